import { launch, serve, log } from "./machine.mjs";
import { writeFileSync } from "node:fs";
const [,, dist, mb="100", warm="0", inc="0"] = process.argv;
const site = await serve(dist);
const browser = await launch();
const context = await browser.newContext({ viewport: { width: 1440, height: 950 }, timezoneId: "Europe/Paris" });
await context.addInitScript(() => { globalThis.tasks=[]; new PerformanceObserver(l=>{for(const e of l.getEntries())globalThis.tasks.push([e.startTime,e.duration])}).observe({entryTypes:["longtask"]});
 addEventListener("change",({target})=>{ if(target?.dataset?.testid!=="file-input")return; globalThis.started=performance.now(); performance.clearMarks(); globalThis.painted=undefined; const look=()=>{const t=performance.getEntriesByName("ringwell:tallies")[0]; const v=document.querySelector('[data-testid="dashboard"] [data-kpi="answer_rate"]')?.dataset.value; if(!t||!v)return void requestAnimationFrame(look); requestAnimationFrame(()=>{globalThis.painted=performance.now(); globalThis.tallies=t.startTime;});}; requestAnimationFrame(look);},true);});
const page = await context.newPage();
await page.goto(site.address);
await page.waitForFunction(() => globalThis.ringwell);
await page.evaluate(() => globalThis.ringwell.loaded);
await page.waitForTimeout(Number(process.env.WAIT ?? 300));
const file = log(Number(mb)).path;
const go = async () => { await page.getByTestId("file-input").first().setInputFiles(file); await page.waitForFunction(()=>globalThis.painted,undefined,{polling:50}); await page.waitForTimeout(300); return page.evaluate(()=>({tallies:globalThis.tallies-globalThis.started,painted:globalThis.painted-globalThis.started,tasks:globalThis.tasks.filter(([s])=>s>=globalThis.started-5).map(([s,d])=>[Math.round(s-globalThis.started),d])})); };
const again = async () => { await page.evaluate(() => (location.hash = "files")); await page.getByRole("button", { name: "Start over" }).click(); await page.getByTestId("drop-zone").first().waitFor(); };
if (warm==="1") { console.log(await go()); await again(); }
const cdp = await context.newCDPSession(page);
if(process.env.PROF!=="0"){await cdp.send("Profiler.enable"); await cdp.send("Profiler.setSamplingInterval",{interval:200}); await cdp.send("Profiler.start");}
console.log(JSON.stringify(await go()));
if(process.env.PROF!=="0"){
const { profile } = await cdp.send("Profiler.stop");
const {started,tallies,painted} = await page.evaluate(()=>({}));
const self=new Map(), total=new Map(); const byId=new Map(profile.nodes.map(n=>[n.id,n])); const parent=new Map(); for(const n of profile.nodes) for(const c of n.children??[]) parent.set(c,n.id);
const name=n=>(n.callFrame.functionName||"?")+(n.callFrame.url.includes("wasm")?"":" js");
profile.samples.forEach((id,i)=>{const dt=profile.timeDeltas[i]/1000; const seen=new Set(); let n=byId.get(id); self.set(name(n),(self.get(name(n))??0)+dt); for(let k=id;k!==undefined;k=parent.get(k)){const m=name(byId.get(k)); if(!seen.has(m)){seen.add(m); total.set(m,(total.get(m)??0)+dt);}}});
const top=(m,k)=>[...m].sort((a,b)=>b[1]-a[1]).slice(0,k).map(([f,t])=>t.toFixed(1).padStart(8)+" "+f.slice(0,130)).join("\n");
console.log("SELF\n"+top(self,25)); console.log("TOTAL\n"+top(total,70));
}
await browser.close(); process.exit(0);
