export { seedSampleBusiness, type Seeded, type SeedRooms } from "./seed.ts";
