// breaks: every-file-has-an-importer
// breaks: files-stay-short
export const one = "one";
export const two = "two";
export const three = "three";
export const four = "four";
export const five = "five";
export const six = "six";
export const seven = "seven";
export const eight = "eight";
export const nine = "nine";
export const ten = "ten";
export const eleven = "eleven";
export const twelve = "twelve";
export const thirteen = "thirteen";
export const fourteen = "fourteen";
