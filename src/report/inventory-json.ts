import type { Call, Program } from '../link/call.ts';
import type { InventoryReport } from './inventory-schema.ts';

/** The calls of a program in the form of `schema/inventory.json`. */
export function inventoryJson(program: Program, root: string): string {
  const report: InventoryReport = {
    version: 1,
    root,
    files: pickCounts(program.files),
    problems: program.problems.map(({ file, line, message }) => ({ file, line, message })),
    calls: program.calls.map(row),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function pickCounts({ discovered, candidates, parsed, failed }: Program['files']): InventoryReport['files'] {
  return { discovered, candidates, parsed, failed };
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
    ...(call.kind === 'group' ? { groupId: call.groupId } : {}),
    traits: { keys: [...call.traits.keys], open: call.traits.open },
    parent: call.parent,
    ...(call.groupAfter ? { groupAfter: call.groupAfter } : {}),
    ...(call.groupAfterReason ? { groupAfterReason: call.groupAfterReason } : {}),
  };
}
