// The list of findings beside the editor.
import { micromark } from 'micromark';

function element(name, properties, ...children) {
  const node = Object.assign(document.createElement(name), properties);
  node.append(...children);
  return node;
}

/// What a rule's page says. Markdown is shown without any HTML in it.
function explanation(rule) {
  const details = element('details', {}, element('summary', { textContent: `About ${rule.id}` }));
  details.addEventListener(
    'toggle',
    () => {
      const body = element('div', { className: 'docs' });
      body.innerHTML = micromark(`${rule.summary}\n\n${rule.docs}`);
      details.append(body);
    },
    { once: true },
  );
  return details;
}

function fixButtons(item, apply) {
  const buttons = item.finding.fixes.map((fix) =>
    element('button', {
      type: 'button',
      textContent: fix.safety === 'safe' ? fix.title : `${fix.title} (unsafe)`,
      onclick: () => apply(item, fix),
    }),
  );
  return element('div', { className: 'fixes' }, ...buttons);
}

/// Shows findings, each `{finding, line, column}` with where it stands now. `jump` and `apply` are
/// called with them.
export function showFindings(list, items, rules, { jump, apply }) {
  list.replaceChildren(
    ...items.map((item) => {
      const { finding } = item;
      const rule = rules.get(finding.rule);
      return element(
        'li',
        { className: finding.severity },
        element(
          'button',
          { type: 'button', className: 'jump', onclick: () => jump(item) },
          element('span', { className: 'severity', textContent: `${finding.severity}: ` }),
          finding.message,
          element('span', {
            className: 'place',
            textContent: ` ${item.line}:${item.column} ${finding.rule}`,
          }),
        ),
        fixButtons(item, apply),
        ...(rule ? [explanation(rule)] : []),
      );
    }),
  );
}
