// Takes the pictures of processes/README.md: does what its example says, in the editor that Camunda Modeler is built on,
// with our diagram and our element templates. Leaves the changed diagram in the folder named by the first argument.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
const processes = join(here, '../../processes');
const pictures = join(processes, 'pictures/steps');
const changed = process.argv[2];
const dist = dirname(createRequire(import.meta.url).resolve('camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js'));
const templates = readdirSync(join(processes, '.camunda/element-templates'))
  .map(file => JSON.parse(readFileSync(join(processes, '.camunda/element-templates', file), 'utf8')));

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
  defaultViewport: { width: 1280, height: 720 }
});
const page = await browser.newPage();
await page.setContent('<body><main id="canvas"></main><aside id="panel"></aside></body>');
for (const sheet of ['diagram-js.css', 'bpmn-js.css', 'bpmn-font/css/bpmn-embedded.css', 'popup-menu.css', 'properties-panel.css', 'element-templates.css',
  'element-template-chooser.css']) {
  await page.addStyleTag({ content: readFileSync(join(dist, 'assets', sheet), 'utf8') });
}
await page.addStyleTag({ content: `
  body { margin: 0; display: flex; height: 100vh; font-family: sans-serif; }
  #canvas { flex: 1; }
  #panel { width: 300px; overflow: auto; border-left: 1px solid #ccc; background: #fafafa; }
  .djs-minimap { display: none; }
` });
await page.addScriptTag({ path: join(dist, 'camunda-platform-modeler.production.min.js') });

await page.evaluate(async (xml, templates) => {
  const modeler = new BpmnModeler({ container: '#canvas', propertiesPanel: { parent: '#panel' } });
  window.modeler = modeler;
  window.service = name => modeler.get(name);
  await modeler.importXML(xml);
  service('elementTemplatesLoader').setTemplates(templates);
}, readFileSync(join(processes, 'lead-qualification.bpmn'), 'utf8'), templates);

mkdirSync(pictures, { recursive: true });
const pause = () => new Promise(done => setTimeout(done, 700));
const picture = async name => {
  await pause();
  await page.screenshot({ path: join(pictures, name + '.png') });
};
const look = (x, y, width, height) =>
  page.evaluate(box => service('canvas').viewbox(box), { x, y, width, height });
const select = id =>
  page.evaluate(id => service('selection').select(service('elementRegistry').get(id)), id);

// Opens the group of the fields, where it is shut.
const openFields = () => page.evaluate(() => document
  .querySelectorAll('#panel .bio-properties-panel-group-header:not(.open)')
  .forEach(header => /What it needs|Template/.test(header.textContent) && header.click()));

// 1: the diagram, a task with its building block, and what may be written into it.
await look(110, 80, 1010, 740);
await select('UserTask_WorkLead');
await openFields();
await picture('1-open');

// 2: room behind Work lead, a task there, and the choice of its template.
await page.evaluate(() => {
  const registry = service('elementRegistry');
  const flow = registry.get('Flow_ToAnswer');
  const from = registry.get('Gateway_Answer').x - 20;
  const right = registry.filter(it => it.x >= from && it.parent && !it.waypoints);
  service('spaceTool').makeSpace(right, [], { x: 170, y: 0 }, 'e', from);
  const shape = service('elementFactory').createShape({ type: 'bpmn:UserTask' });
  window.task = service('modeling').createShape(shape, { x: 700, y: 400 }, flow);
  // The editor writes this label a little wider than it was, onto the task beside it.
  service('modeling').moveElements([registry.get('EndEvent_LeadTakenBack_label')], { x: 20, y: 0 });
  service('selection').select(window.task);
});
await look(330, 130, 1010, 740);
await pause();
await page.evaluate(() => { service('elementTemplateChooser').open(window.task); });
await pause();
await page.keyboard.type('ask');
await picture('2-choose');

// 3: the template applied, the fields filled in.
await page.keyboard.press('Escape');
await pause();
await page.evaluate(() => {
  const modeling = service('modeling');
  const registry = service('elementRegistry');
  const templates = service('elementTemplates');
  const task = templates.applyTemplate(window.task, templates.get('org.leadflow.askTeam', 1));
  modeling.updateProperties(task, { id: 'UserTask_ApproveLead', name: 'Approve lead' });
  const out = task.outgoing[0];
  modeling.updateProperties(out, { id: 'Flow_ToAnswerApproved' });
  const approve = registry.get('UserTask_ApproveLead');
  const documentation = service('bpmnFactory').create('bpmn:Documentation',
    { text: 'Look at what the owner says came of this lead, and say whether you agree.' });
  modeling.updateProperties(approve, { documentation: [documentation] });
  service('selection').select(approve);
});
await pause();
await openFields();
await pause();
const form = await page.evaluateHandle(() => [...document.querySelectorAll('#panel .bio-properties-panel-entry')]
  .find(entry => entry.querySelector('label')?.textContent === 'Form').querySelector('input'));
await form.asElement().click();
await page.keyboard.type('approve-lead');
await page.keyboard.press('Tab');
await picture('3-fill-in');

const { xml } = await page.evaluate(() => modeler.saveXML({ format: true }));
if (changed) {
  writeFileSync(join(changed, 'lead-qualification.bpmn'), xml);
}
await browser.close();
