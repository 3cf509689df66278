// breaks: names-are-kebab-case
export const wish = "Select a customer from the list, then update your settings";
