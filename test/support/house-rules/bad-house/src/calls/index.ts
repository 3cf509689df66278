// breaks: rooms-import-by-the-table
export const room = "nobody gave it a row in the table";
