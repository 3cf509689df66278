// breaks: every-file-has-an-importer
export const unused = true;
