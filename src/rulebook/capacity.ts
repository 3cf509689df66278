type CapacityBook = { plans: Record<string, { humanLooks: number }>; staff: { expectedMinutes: number; questionHours: number } };

/** How many deferred questions people can answer in a month: the human looks of all plans, and the hours beside them. */
export function monthlyCapacity({ plans, staff }: CapacityBook): { looks: number; byHours: number; inAll: number } {
  const looks = Object.values(plans).reduce((sum, { humanLooks }) => sum + humanLooks, 0);
  const byHours = Math.floor((staff.questionHours * 60) / staff.expectedMinutes);
  return { looks, byHours, inAll: looks + byHours };
}
