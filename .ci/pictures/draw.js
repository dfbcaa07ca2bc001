// Takes the first pictures of processes/README.md: does what its example says, in the editor that Camunda Modeler is built
// on, with our diagram and our element templates. Leaves the changed diagram as the example that tests check and drive.
import { readFileSync, readdirSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';

const here = dirname(fileURLToPath(import.meta.url));
const processes = join(here, '../../processes');
const pictures = join(processes, 'pictures/steps');
const changed = join(here, '../../src/test/resources/example/lead-qualification.bpmn');
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
await look(130, 330, 1010, 740);
await select('UserTask_WorkLead');
await openFields();
await picture('1-open');

// 2: room behind the line disqualified, a task on it, and the choice of its template.
await page.evaluate(() => {
  const registry = service('elementRegistry');
  const aside = ['ServiceTask_DisqualifyLead', 'EndEvent_LeadDisqualified', 'ServiceTask_HandBackLead', 'EndEvent_LeadHandedBack'];
  service('modeling').moveElements(aside.map(id => registry.get(id)), { x: 280, y: 0 });
  const shape = service('elementFactory').createShape({ type: 'bpmn:UserTask' });
  window.task = service('modeling').createShape(shape, { x: 830, y: 640 }, registry.get('Flow_OwnerSaysDisqualified'));
  service('selection').select(window.task);
});
await look(430, 360, 1010, 740);
await pause();
await page.evaluate(() => { service('elementTemplateChooser').open(window.task); });
await pause();
await page.keyboard.type('ask');
await picture('2-choose');

// 3: the template applied, the gateways and lines behind it drawn, the fields filled in.
await page.keyboard.press('Escape');
await pause();
await page.evaluate(() => {
  const modeling = service('modeling');
  const registry = service('elementRegistry');
  const templates = service('elementTemplates');
  const factory = service('bpmnFactory');
  const told = (element, text, properties) => {
    modeling.updateProperties(element, { ...properties, documentation: [factory.create('bpmn:Documentation', { text })] });
    return registry.get(properties.id ?? element.id);
  };
  const gateway = (x, y, line) =>
    modeling.createShape(service('elementFactory').createShape({ type: 'bpmn:ExclusiveGateway' }), { x, y }, line);
  const when = answer =>
    factory.create('bpmn:FormalExpression', { body: "${reviewAnswer == '" + answer + "'}" });
  const place = (element, x, y) => modeling.moveElements([element.label], { x: x - element.label.x, y: y - element.label.y });

  const review = told(templates.applyTemplate(window.task, templates.get('org.leadflow.askTeam', 1)),
    'The owner sees no business in this lead. Look at it once more: close it, or give it to somebody else.',
    { id: 'UserTask_ReviewLead', name: 'Review lead' });
  const answer = told(gateway(955, 640, review.outgoing[0]),
    'Asks for the answer in the form. An answer that no line knows is refused and the task stays.',
    { id: 'Gateway_ReviewAnswer', name: 'No business?' });
  const before = told(gateway(955, 760, registry.get('Flow_OwnerHandsBack')),
    'The lines meet here; nothing is decided. A lead that its owner hands back and one that the lead desk keeps open get another owner alike.',
    { id: 'Gateway_BeforeHandBack' });
  modeling.updateProperties(answer.incoming[0], { id: 'Flow_ToReviewAnswer' });
  modeling.updateProperties(before.outgoing[0], { id: 'Flow_ToHandBackLead' });
  const close = told(answer.outgoing[0], 'Taken when the lead desk sees no business either.',
    { id: 'Flow_ReviewCloses', name: 'close', conditionExpression: when('close') });
  const handBack = told(modeling.connect(answer, before, { type: 'bpmn:SequenceFlow' }), 'Taken when somebody else should try.',
    { id: 'Flow_ReviewHandsBack', name: 'hand back', conditionExpression: when('handBack') });
  // Where a line is split or moved, the editor leaves its label behind.
  place(registry.get('Flow_OwnerSaysDisqualified'), 684, 621);
  place(registry.get('Flow_OwnerHandsBack'), 684, 741);
  place(answer, 922, 594);
  place(close, 994, 621);
  place(handBack, 965, 693);
  service('selection').select(review);
});
await pause();
await openFields();
await pause();
const form = await page.evaluateHandle(() => [...document.querySelectorAll('#panel .bio-properties-panel-entry')]
  .find(entry => entry.querySelector('label')?.textContent === 'Form').querySelector('input'));
await form.asElement().click();
await page.keyboard.type('review-lead');
await page.keyboard.press('Tab');
await picture('3-fill-in');

const { xml } = await page.evaluate(() => modeler.saveXML({ format: true }));
// The editor makes up the ids of what it draws; these are the same every time.
writeFileSync(changed, xml.replace(/id="\w+_di" bpmnElement="(\w+)"/g, 'id="$1_di" bpmnElement="$1"'));
await browser.close();
