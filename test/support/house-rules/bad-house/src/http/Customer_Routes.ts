// breaks: names-are-kebab-case
// breaks: sql-only-where-the-data-lives
export const customers = "select id, name from customers";
