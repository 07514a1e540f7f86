/** SARIF 2.1.0, for code scanning. */
import type { Location, Log, Notification, ReportingDescriptor, Result } from 'sarif';
import type { RuleInfo } from '../check/rule-settings.ts';
import type { Finding } from '../check/rule.ts';
import { encodedPath, fromTop } from './paths.ts';
import { safeJson } from './safe-text.ts';
import type { ReportContext, ReportInput } from './types.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
const TOP = '%SRCROOT%';
/** Hosts take a fingerprint for the same where its name is; a new way to compute it gets a new name. */
const FINGERPRINT = 'tracklint/v1';

export function sarif({ findings, rules, program, notRun }: ReportInput, context: ReportContext): string {
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'tracklint', version: context.version, semanticVersion: context.version,
          shortDescription: { text: 'Checks a tracking plan against the code of a B2B product.' },
          rules: rules.map((rule) => descriptorOf(rule, context)),
        },
      },
      // Audits of several folders of one repository stand side by side, where one category would replace the other.
      automationDetails: { id: `tracklint/${context.folder === '' ? '' : `${context.folder}/`}` },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [TOP]: { description: { text: 'The top of the repository.' } } },
      invocations: [{
        executionSuccessful: true,
        toolExecutionNotifications: program.problems.map(({ file, line, message }): Notification => ({
          level: 'warning', message: { text: message }, locations: [locationOf(file, line === null ? null : { startLine: line }, context)],
        })),
        toolConfigurationNotifications: notRun.map(({ rule, reason }): Notification => ({ level: 'note', message: { text: `${rule} did not run: ${reason}.` } })),
      }],
      results: findings.map((finding) => resultOf(finding, indices, context)),
    }],
  };
  return safeJson(log);
}

function descriptorOf({ id, description, severity }: RuleInfo, { ruleHelp }: ReportContext): ReportingDescriptor {
  const help = ruleHelp(id);
  return {
    id,
    shortDescription: { text: `${description}.` },
    fullDescription: { text: `${description}.` },
    help: { text: help ?? `${description}.`, ...(help === null ? {} : { markdown: help }) },
    defaultConfiguration: { level: severity },
    properties: { tags: ['analytics', 'tracking-plan'] },
  };
}

function resultOf(finding: Finding, indices: ReadonlyMap<string, number>, context: ReportContext): Result {
  const { rule, severity, message, file, fingerprint, related } = finding;
  return {
    ruleId: rule,
    ruleIndex: indices.get(rule),
    level: severity,
    message: { text: message },
    locations: [locationOf(file, regionOf(finding), context)],
    partialFingerprints: { [FINGERPRINT]: fingerprint },
    ...(related.length === 0 ? {} : {
      relatedLocations: related.map((one, index) => ({ id: index + 1, message: { text: one.message }, ...locationOf(one.file, { startLine: one.line }, context) })),
    }),
  };
}

interface Region {
  readonly startLine: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
}

/** A place of the plan has no end: the region is then the rest of its line. */
function regionOf({ line, column, endLine, endColumn }: Finding): Region {
  if (line === endLine && column === endColumn) return { startLine: line, startColumn: column };
  return { startLine: line, startColumn: column, endLine, endColumn };
}

function locationOf(file: string, region: Region | null, context: ReportContext): Location {
  const uri = encodedPath(fromTop(context, file));
  return { physicalLocation: { artifactLocation: { uri, uriBaseId: TOP }, ...(region === null ? {} : { region }) } };
}
