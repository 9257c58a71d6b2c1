// The server's nodes and edges as cytoscape's elements.

const WORDS_TO_A_LINE = 22; // letters, about

function wrapped(label) {
  const lines = [''];
  for (const word of label.split(/\s+/)) {
    if (lines.at(-1) && (lines.at(-1) + word).length > WORDS_TO_A_LINE) lines.push(word);
    else lines.push(`${lines.pop()} ${word}`.trim());
  }
  return lines.length > 3 ? `${lines.slice(0, 3).join('\n')} …` : lines.join('\n');
}

export function elementsOf({ nodes, edges = [] }) {
  const known = new Set(nodes.map(({ id }) => String(id)));
  return [
    ...nodes.map((node) => ({
      group: 'nodes',
      data: {
        ...node,
        id: String(node.id),
        kind: node.kind ?? 'thing',
        weight: node.weight ?? 1,
        brief: wrapped(String(node.label ?? node.id)),
        shown: `${wrapped(String(node.label ?? node.id))}${node.kind ? `\n(${node.kind})` : ''}`,
      },
    })),
    // an edge to what was left out for its size is left out too
    ...edges
      .filter(({ source, target }) => known.has(String(source)) && known.has(String(target)))
      .map((edge, at) => ({
        group: 'edges',
        data: {
          ...edge,
          id: `edge ${at}`,
          source: String(edge.source),
          target: String(edge.target),
          weight: edge.weight ?? 1,
          shown: edge.label ?? '',
          unsure: edge.certain === false ? 1 : 0,
        },
      })),
  ];
}
