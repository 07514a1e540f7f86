import type { Call, Program } from '../link/call.ts';
import type { Proposal } from '../link/claims/proposals.ts';
import type { InventoryReport } from './inventory-schema.ts';
import { safeJson } from './safe-text.ts';

/** The calls of a program in the form of `schema/inventory.json`. */
export function inventoryJson(program: Program, root: string, proposals: readonly Proposal[] = []): string {
  const { discovered, candidates, failed } = program.files;
  const report: InventoryReport = {
    version: 1,
    root,
    files: { discovered, candidates, failed },
    problems: program.problems.map(({ file, line, message }) => ({ file, line, message })),
    calls: program.calls.map(row),
    proposals: proposals.map(({ wrapper, places }) => ({ wrapper: { ...wrapper }, count: places.length, places: places.map(({ file, line }) => ({ file, line })) })),
  };
  return safeJson(report);
}

function row(call: Call): InventoryReport['calls'][number] {
  return {
    kind: call.kind,
    sdks: [...call.sdks],
    file: call.span.file,
    line: call.span.line,
    column: call.span.column,
    nameLine: call.nameSpan?.line ?? null,
    names: [...call.names],
    pattern: call.pattern,
    resolution: call.resolution,
    reason: call.reason,
    groups: call.groups.map(({ level, source }) => ({ level, source })),
    properties: { keys: [...call.properties.keys], open: call.properties.open },
    userId: call.userId,
    via: [...call.via],
    live: call.live,
    ...(call.kind === 'identify' || call.kind === 'group' ? identity(call) : {}),
  };
}

function identity(call: Call): Partial<InventoryReport['calls'][number]> {
  return {
    traits: { keys: [...call.traits.keys], open: call.traits.open },
    parent: call.parent,
    ...(call.groupAfter ? { groupAfter: call.groupAfter } : {}),
    ...(call.groupAfterReason ? { groupAfterReason: call.groupAfterReason } : {}),
  };
}
