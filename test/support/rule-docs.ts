/** What a rule's documentation holds, as tests read it. */

export interface DocExample {
  readonly isCorrect: boolean;
  readonly language: string;
  readonly code: string;
  /** The plan and the options that stand before it under the same heading. */
  readonly plan: string | null;
  readonly options: unknown;
  /** 1-based line of the code's first line. */
  readonly line: number;
}

export interface RuleDoc {
  readonly text: string;
  readonly title: string;
  /** The first paragraph, on one line. */
  readonly lead: string;
  readonly examples: readonly DocExample[];
  /** Names of the options that the section "Options" explains. */
  readonly options: readonly string[];
}

export function readRuleDoc(text: string): RuleDoc {
  const [heading = '', , ...rest] = text.split('\n');
  const lead = rest.slice(0, rest.indexOf('')).join(' ');
  const section = text.split(/^## Options$/m)[1] ?? '';
  return {
    text,
    title: heading.replace(/^# /, ''),
    lead,
    examples: examplesOf(text),
    options: [...section.matchAll(/^- `(\w+)`:/gm)].map(([, name = '']) => name),
  };
}

function examplesOf(text: string): DocExample[] {
  const examples: DocExample[] = [];
  let plan: string | null = null;
  let options: unknown;
  for (const { index, 1: heading, 2: language = '', 3: role, 4: code = '' } of text.matchAll(/^(#+ )|^```(\w+) (\w+)\n(.*?)^```$/gms)) {
    if (heading) [plan, options] = [null, undefined];
    else if (role === 'plan') plan = code;
    else if (role === 'options') options = JSON.parse(code);
    else examples.push({ isCorrect: role === 'correct', language, code, plan, options, line: text.slice(0, index).split('\n').length + 1 });
  }
  return examples;
}
