export type Channel = { name: string };
