"""One log natively: native.py WHO FILE SHAPE prints totals, times, CPU and growth as JSON.

DuckDB and Polars do one small roll-up of it, with all cores; Ringwell all of its tallies, with one. The roll-up is that of bench/peers/roll-up.mjs: of the outbound rows, per own number and day, calls, answered, voicemail, talk
seconds and conversions. All columns are read as texts, since what each library guesses of them differs.
"""

import importlib
import json
import resource
import subprocess
import sys
import time

AIRCALL = {
    "direction": "direction", "number": "from", "started": "datetime (tz offset incl.)", "answered": "answered",
    "talk": "duration (in call)", "tag": "tags",
}
HEADERLESS = {"direction": 3, "number": 4, "started": 9, "answered": 14, "talk": 13}


def duckdb_totals(path, shape):
    import duckdb

    header = shape != "headerless"
    connection = duckdb.connect()
    log = connection.read_csv(path, header=header, all_varchar=True, sep=",", quotechar='"', escapechar='"')
    names = log.columns
    of = (lambda what: f'"{AIRCALL[what]}"') if header else (lambda what: f'"{names[HEADERLESS[what]]}"')
    tag = of("tag") if header else "''"
    outbound, yes = ("outbound", "Yes") if header else ("from-internal", "ANSWERED")
    table = connection.sql(f"""
        select {of('number')}, substr({of('started')}, 1, 10), count(*) as calls,
          sum(case when coalesce({tag}, '') = 'Répondeur' then 1 else 0 end) as voicemail,
          sum(case when coalesce({tag}, '') <> 'Répondeur' and {of('answered')} = '{yes}' then 1 else 0 end) as answered,
          sum(case when coalesce({tag}, '') <> 'Répondeur' and {of('answered')} = '{yes}' then {of('talk')}::bigint else 0 end) as talk,
          sum(case when coalesce({tag}, '') = 'RDV' and {of('answered')} = '{yes}' then 1 else 0 end) as conversions
        from log where {of('direction')} = '{outbound}' group by all""").fetchall()
    sums = [sum(row[at] for row in table) for at in range(2, 7)]
    return dict(zip(["calls", "voicemail", "answered", "talk_seconds", "conversions"], sums))


def polars_totals(path, shape):
    import polars as pl

    header = shape != "headerless"
    log = pl.scan_csv(path, has_header=header, infer_schema=False)
    names = log.collect_schema().names()
    of = (lambda what: pl.col(AIRCALL[what])) if header else (lambda what: pl.col(names[HEADERLESS[what]]))
    tag = of("tag").fill_null("") if header else pl.lit("")
    outbound, yes = ("outbound", "Yes") if header else ("from-internal", "ANSWERED")
    voicemail = tag == "Répondeur"
    answered = ~voicemail & (of("answered") == yes)
    table = (
        log.filter(of("direction") == outbound)
        .select(
            number=of("number"), day=of("started").str.slice(0, 10), voicemail=voicemail, answered=answered,
            talk=pl.when(answered).then(of("talk").cast(pl.Int64)).otherwise(0), converted=answered & (tag == "RDV"),
        )
        .group_by("number", "day")
        .agg(
            calls=pl.len(), voicemail=pl.col("voicemail").sum(), answered=pl.col("answered").sum(),
            talk_seconds=pl.col("talk").sum(), conversions=pl.col("converted").sum(),
        )
        .collect(engine="streaming")
    )
    return {name: int(table[name].sum()) for name in ["calls", "voicemail", "answered", "talk_seconds", "conversions"]}


def ringwell_totals(path, _shape):
    return json.loads(subprocess.run(["target/reader/reader", path], check=True, capture_output=True).stdout)


def used():
    """CPU seconds and peak memory in MB, of this process or of the one that it has started."""
    of = resource.getrusage(resource.RUSAGE_CHILDREN if who == "ringwell" else resource.RUSAGE_SELF)
    return of.ru_utime + of.ru_stime, of.ru_maxrss / 1024


who, path, shape = sys.argv[1:4]
totals = {"duckdb": duckdb_totals, "polars": polars_totals, "ringwell": ringwell_totals}[who]
if who != "ringwell":
    importlib.import_module(who)
cpu_before, memory_before = used()
times = []
for _ in range(2):
    began = time.perf_counter()
    found = totals(path, shape)
    times.append(1000 * (time.perf_counter() - began))
    if len(times) == 1:
        cpu, memory = used()
print(json.dumps({
    "found": found, "cold_ms": times[0], "warm_ms": times[1],
    "cpu_ms": 1000 * (cpu - cpu_before), "grown_mb": memory - memory_before,
}))
