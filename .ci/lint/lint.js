// Forms by the linter and element templates by the validator of Camunda Modeler; ends with 1 when either has a complaint.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FormLinter } from '@camunda/form-linting';
import { validate } from '@bpmn-io/element-templates-validator';

const house = '../../processes';
let complaints = 0;

function complain(file, what) {
  complaints++;
  console.log(`${file}: ${what}`);
}

function filesOf(folder, ending) {
  return readdirSync(folder).filter(name => name.endsWith(ending)).map(name => [name, JSON.parse(readFileSync(join(folder, name)))]);
}

const diagramForms = filesOf(house, '.form');
for (const [name, form] of diagramForms) {
  // Silent for 7.24, whose forms are those of 7.22.
  for (const report of await new FormLinter().lint({ ...form, executionPlatformVersion: '7.22.0' })) {
    complain(name, report.message ?? JSON.stringify(report));
  }
}

const blocks = filesOf(join(house, '.camunda/element-templates'), '.json');
for (const [name, template] of blocks) {
  const { valid, errors } = validate(template);
  if (!valid) {
    errors.forEach(error => complain(name, error.message));
  }
}

console.log(`${diagramForms.length} forms and ${blocks.length} element templates, ${complaints} complaints`);
process.exitCode = complaints ? 1 : 0;
