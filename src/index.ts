/** The programmatic interface: the same objects that the command line reports. */
export { audit, inventory, type AuditOptions, type AuditResult } from './audit/audit.ts';
export { type LinkedProgram } from './audit/program.ts';
export { type Coverage, type EventCoverage, type LevelCoverage } from './check/coverage.ts';
export { type Finding, type Related, type Severity } from './check/rule.ts';
export { type NotRun } from './check/run-rules.ts';
export { runCli, type CliContext, type OutputStream } from './cli/run-cli.ts';
export { defineConfig } from './config/define-config.ts';
export { type Config } from './config/schema.ts';
export { ToolError, type ErrorPlace, type ToolErrorCode } from './errors.ts';
export { type Call, type CallGroup, type CallKind, type FileProblem, type Program, type Resolution, type Span } from './link/call.ts';
export { type Plan, type PlanEvent, type PlanGroup, type PlanProperty } from './plan/model.ts';
export { auditJson } from './report/audit-json.ts';
export { auditText } from './report/audit-text.ts';
export { FORMATS, type Format, type InventoryFormatter } from './report/formats.ts';
export { inventoryJson } from './report/inventory-json.ts';
export { inventoryText } from './report/inventory-text.ts';
export { type Formatter, type ReportContext, type ReportInput } from './report/types.ts';
export { type Method, type Sdk, type SdkModule, type Shape, type Signature, type Wrapper } from './sdk/types.ts';
