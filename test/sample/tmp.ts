import { seedSampleBusiness } from "../../src/sample/index.ts";
import { createRulebook } from "../../src/rulebook/index.ts";
import { calendar, openSmallHouse } from "../customers/house.ts";
const house = await openSmallHouse();
const rulebook = await createRulebook({ ...house, file: "policies.yaml" });
const t = Date.now();
try {
console.log(await seedSampleBusiness({ ...house, rulebook, calendar, directory: "sample", source: (page) => ({ title: page, url: `/knowledge/${page}` }) }));
} catch (e) { console.log(e); }
console.log("seeded in", Date.now() - t);
const q = async (s: string) => console.table(await house.db.query(s));
await q("select (select count(*) from conversations)::int c, (select count(*) from messages)::int m, (select count(*) from turns)::int t, (select count(*) from outcomes)::int o, (select count(*) from decisions)::int d, (select count(*) from transfers)::int tr, (select count(*) from postings)::int p, (select count(*) from episodes)::int e, (select count(*) from attempts)::int a, (select count(*) from holds)::int h, (select count(*) from open_holds)::int oh");
await q("select verdict, state, count(*)::int, sum(minutes)::int as minutes from escalations group by 1,2 order by 1,2");
await q("select state, count(*)::int, min(due_at)::text as lo, max(due_at)::text as hi from open_questions group by 1");
await q("select a.state, u.name, a.value::int, a.at, a.resolved_at from alerts a join customers u on u.id = a.customer order by a.at");
await q("select u.name, u.plan, (select count(*)::int from conversations c where c.customer=u.id) as conv, (select count(*)::int from episodes c where c.customer=u.id) as eps, a.balance::text, a.held::text, (select balance::text from accounts where id='customer/'||u.id||'/support-cost') as cost from customers u left join accounts a on a.id = 'customer/'||u.id||'/budget' order by u.plan");
await q("select id, balance::text, held::text, period from accounts where id like 'company/%' or id like 'vendor%' or id like 'staff%'");
await q("select u.name, e.topic, e.error_code, e.opened_at::text, e.ours from episodes e join customers u on u.id = e.customer where u.name like 'Halden%' order by opened_at desc limit 9");
await q("select count(*)::int from messages m where m.author='contact' and not exists (select 1 from outcomes o where o.message=m.id)");
await q("select count(*)::int from turns where covers = '[]'");
await q("select max(at)::text from messages");
await q("select author, seq::int, name, left(text,70) as text, at::text from messages where conversation = (select conversation from escalations where verdict='deferred' and minutes>0 limit 1) order by seq");
await q("select author, seq::int, name, left(text,70) as text, at::text from messages where conversation = (select conversation from escalations where verdict='granted' limit 1) order by seq");
await house.close();
