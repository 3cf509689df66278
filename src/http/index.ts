export { createDesk, type DeskRooms } from "./desk/index.ts";
export { createHttp, PortInUse, type HttpServer } from "./server.ts";
export type { HttpConfig, HttpOptions } from "./house.ts";
export { signHostToken, verifyHostToken } from "./host-token.ts";
export type { Begun, ChatRooms, ChatSession, DemoRooms, Doer, HostVisitor, Idempotency, Rooms, StaffAccounts } from "./rooms.ts";
