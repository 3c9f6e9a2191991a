'use strict';
(function () {
  const data = JSON.parse(document.getElementById('data').textContent);
  // Cases with a place on the map come first, then those without one, which only the list has.
  const placed = data.longitude.length;
  const count = data.category.length;
  const one = (id) => document.getElementById(id);
  // Words of the page's language, by the English ones; {1}, {2}… are gaps.
  const t = (text, ...values) => (data.words[text] || text).replace(/\{([1-9])\}/g, (gap, index) => values[index - 1] ?? gap);
  const language = document.documentElement.lang;
  // The library puts an attribution into the page as HTML.
  const escaped = (text) => text.replace(/[&<>"']/g, (character) => '&#' + character.charCodeAt(0) + ';');
  const thousands = data.words['1,000'] ? data.words['1,000'].slice(1, -3) : ',';
  const number = (value) => String(value).replace(/\B(?=(\d{3})+$)/g, thousands);

  // Columns: degrees from whole millionths, each the difference from the one before.
  const decode = (deltas) => {
    const values = new Float64Array(deltas.length);
    let sum = 0;
    for (let i = 0; i < deltas.length; i++) { sum += deltas[i]; values[i] = sum / 1e6; }
    return values;
  };
  const longitude = decode(data.longitude);
  const latitude = decode(data.latitude);
  const decodeLine = (deltas) => {
    const line = [];
    let x = 0;
    let y = 0;
    for (let i = 0; i + 1 < deltas.length; i += 2) {
      x += deltas[i];
      y += deltas[i + 1];
      line.push([y / 1e6, x / 1e6]);
    }
    return line;
  };

  // Places on the square of the web's Mercator, 0…1, so that a zoom is one multiplication.
  const mercatorX = new Float64Array(placed);
  const mercatorY = new Float64Array(placed);
  for (let i = 0; i < placed; i++) {
    const sine = Math.sin(latitude[i] * Math.PI / 180);
    mercatorX[i] = longitude[i] / 360 + 0.5;
    mercatorY[i] = 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
  }

  const fact = (column, i) => {
    const place = data.facts[column].index[i];
    return place < 0 ? '' : data.facts[column].values[place];
  };
  const ageText = (i) => {
    const age = data.age[i];
    return age < 0 ? t('age unknown') : age === 1 ? t('1 day') : t('{1} days', number(age));
  };

  // What the reader chose.
  const chosen = { categories: new Set(data.categories.keys()), statuses: new Set(data.statuses.keys()), age: 0, words: [], place: null };
  let selected = -1;
  let shown = 100;

  const tracePath = (context, shape, x, y, radius) => {
    context.beginPath();
    const corners = data.shapes[shape];
    if (corners.length === 0) { context.arc(x, y, radius, 0, 2 * Math.PI); } else {
      corners.forEach((corner, i) => context[i ? 'lineTo' : 'moveTo'](x + corner[0] * radius, y + corner[1] * radius));
    }
    context.closePath();
  };
  const shape = (tag, attributes, ...children) => {
    const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [key, value] of Object.entries(attributes)) { made.setAttribute(key, value); }
    made.append(...children);
    return made;
  };
  const symbolImage = (category) => {
    const corners = data.shapes[data.categories[category].shape];
    const style = { fill: data.categories[category].color, stroke: 'var(--ink)', 'stroke-width': '0.22' };
    return shape('svg', { viewBox: '-1.6 -1.6 3.2 3.2', class: 'symbol', 'aria-hidden': 'true' },
      corners.length ? shape('polygon', { points: corners.map((corner) => corner.join(',')).join(' '), ...style }) : shape('circle', { r: '1', ...style }));
  };
  const element = (tag, properties, ...children) => {
    const made = Object.assign(document.createElement(tag), properties);
    made.append(...children);
    return made;
  };

  // Long names may break behind a slash.
  const breakable = (text) => text.split(/(?<=\/)/).flatMap((part, i) => i ? [element('wbr'), part] : [part]);

  // The map: ground, then streets, then cases on a canvas of their own.
  const map = L.map('map', { zoomSnap: 0.5, zoomDelta: 1, maxZoom: 19, attributionControl: Boolean(data.tiles), preferCanvas: true });
  let tint = {};
  const readTint = () => {
    const style = getComputedStyle(document.documentElement);
    for (const name of ['ink', 'paper', 'accent', 'warning', 'neighbour', 'focus-area', 'water', 'minor', 'major', 'casing', 'border', 'name', 'outline', 'halo', 'muted']) {
      tint[name] = style.getPropertyValue('--' + name).trim();
    }
  };
  readTint();
  const areaRings = data.area.map(decodeLine);
  const bounds = L.latLngBounds(areaRings.flat());
  map.fitBounds(bounds, { padding: [18, 18], animate: false });
  map.setMaxBounds(bounds.pad(1.2));
  map.setMinZoom(map.getZoom() - 2);
  const renderer = L.canvas({ padding: 0.4 });
  const ground = [];
  // A layer without a line has no extent, which the library trips over: a city without streets is no fault.
  const addGround = (layer, style) => {
    if (layer.getLatLngs().flat(3).length === 0) { return; }
    ground.push([layer, style]);
    layer.addTo(map);
    layer.setStyle(style());
  };
  const fixed = { renderer: renderer, interactive: false };
  const streetLines = (importance) => data.streets.filter((street) => street.importance === importance).flatMap((street) => street.lines.map(decodeLine));
  const drawGround = () => {
    if (data.tiles) {
      map.attributionControl.setPrefix(false);
      L.tileLayer(data.tiles.address, { attribution: escaped(data.tiles.attribution), maxZoom: 19 }).addTo(map);
      document.querySelectorAll('.leaflet-tile-pane').forEach((pane) => pane.setAttribute('aria-hidden', 'true'));
    } else {
      const neighbours = data.neighbours.map((area) => L.polygon(area.rings.map(decodeLine), fixed));
      neighbours.forEach((layer) => addGround(layer, () => ({ stroke: false, fillColor: tint.neighbour, fillOpacity: 1 })));
      addGround(L.polygon(areaRings, fixed), () => ({ stroke: false, fillColor: tint['focus-area'], fillOpacity: 1 }));
      data.water.forEach((rings) => addGround(L.polygon(rings.map(decodeLine), fixed), () => ({ stroke: false, fillColor: tint.water, fillOpacity: 1 })));
      const minor = streetLines(1);
      const major = streetLines(2);
      addGround(L.polyline(minor, fixed), () => ({ color: tint.minor, weight: map.getZoom() > 15 ? 4 : map.getZoom() > 13 ? 1.6 : 0.8 }));
      addGround(L.polyline(major, fixed), () => ({ color: tint.casing, weight: map.getZoom() > 15 ? 8 : 3.6 }));
      addGround(L.polyline(major, fixed), () => ({ color: tint.major, weight: map.getZoom() > 15 ? 6 : 2.4 }));
      data.neighbours.forEach((area) => addGround(L.polygon(area.rings.map(decodeLine), fixed), () => ({ fill: false, color: tint.border, weight: 1.2, dashArray: '5 4' })));
    }
    addGround(L.polygon(areaRings, fixed), () => ({ fill: false, color: tint.accent, weight: 3 }));
  };
  L.control.scale({ position: 'bottomleft', maxWidth: 140 }).addTo(map);
  map.zoomControl.setPosition('topright');
  for (const [name, title] of [['in', t('Zoom in')], ['out', t('Zoom out')]]) {
    const control = document.querySelector('.leaflet-control-zoom-' + name);
    control.title = title;
    control.setAttribute('aria-label', title);
  }

  // Names of streets and areas, where they have room.
  const named = data.streets.filter((street) => street.name).map((street) => ({ name: street.name, importance: street.importance, lines: street.lines.map(decodeLine) }));
  // Places on a line with room for a text: stretches that hardly turn, cut into pieces of a text's length.
  const straightStretches = (points, room) => {
    const found = [];
    let first = 0;
    for (let i = 1; i < points.length; i++) {
      const next = points[i + 1];
      const isStraight = next && Math.abs(turn(points[first], points[i], next)) < 0.2;
      if (isStraight) { continue; }
      const start = points[first];
      const end = points[i];
      const length = Math.hypot(end.x - start.x, end.y - start.y);
      const pieces = Math.floor(length / room);
      let angle = Math.atan2(end.y - start.y, end.x - start.x);
      if (angle > Math.PI / 2) { angle -= Math.PI; } else if (angle < -Math.PI / 2) { angle += Math.PI; }
      for (let piece = 0; piece < pieces; piece++) {
        const share = (piece + 0.5) / pieces;
        found.push({ x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share, angle: angle, rank: (piece * 7) % pieces });
      }
      first = i;
    }
    return found.sort((a, b) => a.rank - b.rank);
  };
  const turn = (start, corner, end) => {
    const difference = Math.atan2(end.y - corner.y, end.x - corner.x) - Math.atan2(corner.y - start.y, corner.x - start.x);
    return Math.atan2(Math.sin(difference), Math.cos(difference));
  };
  // Takes the room of a turned text as a row of small boxes, if all of them are free and in view.
  const isWithin = (box, view) => box[0] >= view[0] && box[1] >= view[1] && box[2] <= view[2] && box[3] <= view[3];
  const fits = (place, width, view, taken) => {
    const boxes = [];
    const count = Math.ceil(width / 14) + 1;
    for (let i = 0; i < count; i++) {
      const along = (i / (count - 1) - 0.5) * width;
      const x = place.x + along * Math.cos(place.angle);
      const y = place.y + along * Math.sin(place.angle);
      boxes.push([x - 8, y - 8, x + 8, y + 8]);
    }
    const isFree = boxes.every((box) => isWithin(box, view) && !taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]));
    if (isFree) { taken.push(...boxes, [place.x - 60, place.y - 12, place.x + 60, place.y + 12]); }
    return isFree;
  };
  const drawNames = (context, toPoint, view, taken, print) => {
    const free = (box) => {
      if (!isWithin(box, view) || taken.some((other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3])) { return false; }
      taken.push(box);
      return true;
    };
    context.lineJoin = 'round';
    context.textAlign = 'center';
    context.textBaseline = 'middle';
    const write = (text, x, y, angle) => {
      if (print) { print(text, x, y, angle, context.font, context.fillStyle); return; }
      context.save();
      context.translate(x, y);
      context.rotate(angle);
      context.lineWidth = 3;
      context.strokeText(text, 0, 0);
      context.fillText(text, 0, 0);
      context.restore();
    };
    context.strokeStyle = tint['focus-area'];
    context.fillStyle = tint.name;
    const zoom = map.getZoom();
    const bounds = map.getBounds();
    for (const street of named) {
      if (street.importance < 2 && zoom < 16) { continue; }
      context.font = (street.importance === 2 ? '600 12px ' : '11px ') + 'system-ui, sans-serif';
      const width = context.measureText(street.name).width;
      const written = [];
      for (const line of street.lines) {
        if (!bounds.intersects(L.latLngBounds(line))) { continue; }
        for (const stretch of straightStretches(line.map(toPoint), width + 10)) {
          const isFar = written.every((other) => Math.hypot(other.x - stretch.x, other.y - stretch.y) > 320);
          if (written.length < 3 && isFar && fits(stretch, width, view, taken)) { write(street.name, stretch.x, stretch.y, stretch.angle); written.push(stretch); }
        }
      }
    }
    context.strokeStyle = tint.neighbour;
    context.fillStyle = tint.muted;
    context.font = '600 14px system-ui, sans-serif';
    for (const area of data.neighbours) {
      if (!area.label) { continue; }
      const point = toPoint([area.label[1] / 1e6, area.label[0] / 1e6]);
      const half = context.measureText(area.title).width / 2 + 4;
      if (free([point.x - half, point.y - 9, point.x + half, point.y + 9])) { write(area.title, point.x, point.y, 0); }
    }
  };

  const groupRadius = (size) => size === 1 ? 8 : Math.min(24, 11 + 1.6 * Math.log2(size));
  const CaseLayer = L.Layer.extend({
    onAdd: function () {
      this.canvas = L.DomUtil.create('canvas', 'leaflet-zoom-hide');
      this.canvas.setAttribute('aria-hidden', 'true');
      map.getPane('markerPane').append(this.canvas);
      map.on('moveend zoomend resize viewreset', this.draw, this);
      this.groups = [];
    },
    // Gathers what is chosen and near the view in cells, then joins cells whose symbols would touch.
    gather: function (origin, scale, corner, width, height) {
      const cell = 38;
      const cells = new Map();
      for (const i of matching) {
        if (i >= placed) { continue; }
        const x = mercatorX[i] * scale - origin.x - corner.x;
        const y = mercatorY[i] * scale - origin.y - corner.y;
        if (x < -40 || y < -40 || x > width + 40 || y > height + 40) { continue; }
        const key = Math.floor((x + corner.x) / cell) * 65536 + Math.floor((y + corner.y) / cell);
        const found = cells.get(key);
        if (found) { found.x += x; found.y += y; found.members.push(i); } else { cells.set(key, { x: x, y: y, members: [i] }); }
      }
      const groups = [...cells.values()].map((group) => ({ x: group.x / group.members.length, y: group.y / group.members.length, members: group.members }));
      groups.sort((a, b) => b.members.length - a.members.length || a.members[0] - b.members[0]);
      const kept = new Map();
      const result = [];
      for (const group of groups) {
        const column = Math.floor(group.x / 48);
        const row = Math.floor(group.y / 48);
        let joined = null;
        for (let c = column - 1; c <= column + 1 && !joined; c++) {
          for (let r = row - 1; r <= row + 1 && !joined; r++) {
            joined = (kept.get(c + ':' + r) || []).find((other) => Math.hypot(other.x - group.x, other.y - group.y) < groupRadius(other.members.length) + groupRadius(group.members.length) + 4);
          }
        }
        if (joined) { for (const member of group.members) { joined.members.push(member); } } else {
          const key = column + ':' + row;
          if (!kept.has(key)) { kept.set(key, []); }
          kept.get(key).push(group);
          result.push(group);
        }
      }
      return result;
    },
    draw: function () {
      const size = map.getSize();
      const pad = size.multiplyBy(0.2).round();
      const corner = map.containerPointToLayerPoint(pad.multiplyBy(-1));
      const width = size.x + 2 * pad.x;
      const height = size.y + 2 * pad.y;
      const ratio = window.devicePixelRatio || 1;
      L.DomUtil.setPosition(this.canvas, corner);
      this.canvas.width = width * ratio;
      this.canvas.height = height * ratio;
      this.canvas.style.width = width + 'px';
      this.canvas.style.height = height + 'px';
      const context = this.canvas.getContext('2d');
      context.scale(ratio, ratio);
      this.corner = corner;
      this.pad = pad;
      this.groups = this.gather(map.getPixelOrigin(), 256 * Math.pow(2, map.getZoom()), corner, width, height);
      const taken = this.groups.map((group) => {
        const radius = groupRadius(group.members.length) + 2;
        return [group.x - radius, group.y - radius, group.x + radius, group.y + radius];
      });
      if (!data.tiles) { drawNames(context, (place) => map.latLngToLayerPoint(place).subtract(corner), [pad.x, pad.y, pad.x + size.x, pad.y + size.y], taken); }
      for (const group of this.groups) { this.drawGroup(context, group); }
    },
    drawGroup: function (context, group) {
      const size = group.members.length;
      const radius = groupRadius(size);
      if (size === 1) {
        const i = group.members[0];
        const category = data.categories[data.category[i]];
        tracePath(context, category.shape, group.x, group.y, radius);
        context.lineWidth = 4; context.strokeStyle = tint.halo; context.stroke();
        context.fillStyle = category.color; context.fill();
        context.lineWidth = 1.6; context.strokeStyle = tint.outline; context.stroke();
        this.drawEmphasis(context, group, radius);
      } else {
        this.drawRim(context, group, radius);
        context.fillStyle = '#1c2430';
        context.font = '700 ' + (size > 999 ? 10 : 12) + 'px system-ui, sans-serif';
        context.textAlign = 'center';
        context.textBaseline = 'middle';
        context.fillText(size > 9999 ? Math.round(size / 1000) + 'k' : String(size), group.x, group.y + 0.5);
        this.drawEmphasis(context, group, radius);
      }
      if (selected >= 0 && group.members.includes(selected)) {
        context.beginPath();
        context.arc(group.x, group.y, radius + 7, 0, 2 * Math.PI);
        context.lineWidth = 4; context.strokeStyle = tint.accent; context.stroke();
      }
    },
    drawRim: function (context, group, radius) {
      context.beginPath();
      context.arc(group.x, group.y, radius + 1.5, 0, 2 * Math.PI);
      context.fillStyle = tint.halo; context.fill();
      context.beginPath();
      context.arc(group.x, group.y, radius, 0, 2 * Math.PI);
      context.fillStyle = '#ffffff'; context.fill();
      const counts = new Array(data.categories.length).fill(0);
      for (const i of group.members) { counts[data.category[i]] += 1; }
      let start = -Math.PI / 2;
      counts.forEach((amount, category) => {
        if (!amount) { return; }
        const end = start + 2 * Math.PI * amount / group.members.length;
        context.beginPath();
        context.arc(group.x, group.y, radius - 2, start, end);
        context.lineWidth = 4; context.strokeStyle = data.categories[category].color; context.stroke();
        start = end;
      });
      for (const ring of [radius, radius - 4.2]) {
        context.beginPath();
        context.arc(group.x, group.y, ring, 0, 2 * Math.PI);
        context.lineWidth = ring === radius ? 1.4 : 0.6; context.strokeStyle = '#1c2430'; context.stroke();
      }
    },
    // Of several what at least half of them have; a doubt is told of single ones only.
    marks: function (members) {
      const shared = members.length === 1 ? data.emphasis[members[0]]
        : [1, 4].filter((mark) => 2 * members.filter((i) => data.emphasis[i] & mark).length >= members.length).reduce((all, mark) => all | mark, 0);
      return shared & data.telling;
    },
    drawEmphasis: function (context, group, radius) {
      const emphasis = this.marks(group.members);
      if (emphasis & 1) { this.ring(context, group, radius + 3.6, tint.ink, []); }
      if (emphasis & 2) { this.ring(context, group, radius + (emphasis & 1 ? 6.4 : 3.6), tint.warning, [3, 3]); }
      if (emphasis & 4) {
        const x = group.x + radius * 0.75;
        const y = group.y - radius * 0.75;
        context.beginPath();
        context.moveTo(x, y + 2); context.lineTo(x, y - 11); context.lineTo(x + 8, y - 7.5); context.lineTo(x, y - 4);
        context.fillStyle = tint.warning; context.fill();
        context.lineWidth = 1.4; context.strokeStyle = tint.warning; context.stroke();
      }
    },
    ring: function (context, group, radius, color, dashes) {
      context.beginPath();
      context.setLineDash(dashes);
      context.arc(group.x, group.y, radius, 0, 2 * Math.PI);
      context.lineWidth = 1.6; context.strokeStyle = color; context.stroke();
      context.setLineDash([]);
    },
    // The symbol under a point of the map's container, if any.
    groupAt: function (point) {
      const place = map.containerPointToLayerPoint(point).subtract(this.corner);
      return this.groups.find((group) => Math.hypot(group.x - place.x, group.y - place.y) < groupRadius(group.members.length) + 4);
    },
  });
  const layer = new CaseLayer();

  // Which cases are chosen, oldest first.
  let matching = [];
  const byAge = Array.from({ length: count }, (_, i) => i).sort((a, b) => data.age[b] - data.age[a] || a - b);
  // Texts are searched without case and accents; each different text of a column once.
  const plain = (text) => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const plainFacts = data.facts.map((column) => column.values.map(plain));
  const plainStatuses = data.statuses.map(plain);
  // One test for each word of a search. A letter or two (`T St NW`) stand somewhere in nearly every case: they are looked
  // for as a word, and the last, which may still be typed, as the start of one. Others may stand anywhere.
  const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean).map((word, place, words) => {
    if (!/^[a-z0-9]{1,2}$/.test(word)) { return (value) => value.includes(word); }
    const end = place < words.length - 1 ? '(?![\\p{L}\\p{N}])' : '';
    const whole = new RegExp('(^|[^\\p{L}\\p{N}])' + word + end, 'u');
    return (value) => whole.test(value);
  });
  const wordTests = () => chosen.words.map((holds) => {
    const columns = plainFacts.map((values) => values.map(holds));
    const statuses = plainStatuses.map(holds);
    return (i) => statuses[data.status[i]] || columns.some((column, place) => data.facts[place].index[i] >= 0 && column[data.facts[place].index[i]]);
  });
  const amountOf = { category: [], status: [] };
  const choose = () => {
    const tests = wordTests();
    const found = byAge.filter((i) => (chosen.age === 0 || data.age[i] >= chosen.age) && tests.every((test) => test(i)));
    matching = found.filter((i) => chosen.categories.has(data.category[i]) && chosen.statuses.has(data.status[i]));
    amountOf.category = amounts(found.filter((i) => chosen.statuses.has(data.status[i])).map((i) => data.category[i]), data.categories.length);
    amountOf.status = amounts(found.filter((i) => chosen.categories.has(data.category[i])).map((i) => data.status[i]), data.statuses.length);
  };
  const amounts = (values, size) => {
    const result = new Array(size).fill(0);
    for (const value of values) { result[value] += 1; }
    return result;
  };
  const inView = () => {
    if (chosen.place) { return matching.filter((i) => chosen.place.has(i)); }
    const view = map.getBounds();
    const west = view.getWest();
    const east = view.getEast();
    const south = view.getSouth();
    const north = view.getNorth();
    return matching.filter((i) => i >= placed || longitude[i] >= west && longitude[i] <= east && latitude[i] >= south && latitude[i] <= north);
  };
  const ordered = (cases) => {
    const order = one('order').value;
    if (order === 'newest') { return cases.slice().reverse(); }
    if (order === 'category') { return cases.slice().sort((a, b) => data.category[a] - data.category[b] || fact(0, a).localeCompare(fact(0, b), language) || data.age[b] - data.age[a]); }
    return cases;
  };

  const row = (i) => {
    const button = element('button', { type: 'button', className: 'case', id: 'case-' + i },
      symbolImage(data.category[i]), element('span', { className: 'what' }, ...breakable(fact(0, i))),
      element('span', { className: 'age', textContent: ageText(i) }));
    const where = i < placed ? fact(1, i) : t('Not on the map');
    if (where) { button.append(element('span', { className: 'where', textContent: where })); }
    button.setAttribute('aria-expanded', String(i === selected));
    button.addEventListener('click', () => select(i === selected ? -1 : i, true));
    const item = element('li', {}, button);
    if (i === selected) { item.append(details(i)); }
    return item;
  };
  const details = (i) => {
    const list = element('dl', {});
    data.facts.forEach((column, place) => {
      const value = fact(place, i);
      if (value) { list.append(element('dt', { textContent: column.title }), element('dd', {}, ...breakable(value))); }
    });
    return list;
  };
  const writeList = (limit) => {
    const cases = ordered(inView());
    const visible = cases.slice(0, limit || shown);
    one('cases').replaceChildren(...visible.map(row));
    one('more').hidden = visible.length >= cases.length;
    one('list').textContent = chosen.place ? t('Cases at one place') : t('Cases in view');
    const fitting = matching.length === 1 ? t('1 case matches') : t('{1} cases match', number(matching.length));
    const listed = limit && limit < cases.length ? ', ' + t('the first {1} listed', number(limit)) : '';
    const text = fitting + ', ' + (chosen.place ? t('{1} at this place', number(cases.length)) : t('{1} in view', number(cases.length))) + listed;
    if (one('count').textContent !== text) { one('count').textContent = text; }
    one('one-place').hidden = !chosen.place;
  };
  const showAll = () => { chosen.place = null; shown = 100; writeList(); };

  const select = (i, isFromList) => {
    selected = i;
    if (i >= 0 && i < placed && isFromList && !map.getBounds().pad(-0.05).contains([latitude[i], longitude[i]])) {
      map.panTo([latitude[i], longitude[i]], { animate: false });
    }
    layer.draw();
    if (i >= 0 && !isFromList) {
      const place = ordered(inView()).indexOf(i);
      if (place >= shown) { shown = place + 20; }
    }
    writeList();
    keepAddress();
    const button = i >= 0 && one('case-' + i);
    if (button) { button.focus({ preventScroll: true }); button.scrollIntoView({ block: 'nearest' }); }
  };

  map.on('click', (event) => {
    const group = layer.groupAt(event.containerPoint);
    if (!group) { return; }
    if (group.members.length === 1) { select(group.members[0], false); return; }
    const box = L.latLngBounds(group.members.map((i) => [latitude[i], longitude[i]]));
    const isOnePlace = box.getNorth() - box.getSouth() < 2e-5 && box.getEast() - box.getWest() < 2e-5;
    if (isOnePlace || map.getZoom() >= map.getMaxZoom()) {
      chosen.place = new Set(group.members);
      selected = -1;
      shown = 100;
      one('one-place').firstElementChild.textContent = t('{1} cases at this place.', number(group.members.length));
      writeList();
      one('list').focus({ preventScroll: true });
    } else { map.fitBounds(box, { padding: [60, 60] }); }
  });
  map.on('mousemove', (event) => one('map').classList.toggle('over-symbol', Boolean(layer.groupAt(event.containerPoint))));
  map.on('moveend', () => { if (!chosen.place) { writeList(); } });
  map.on('zoomend', () => { for (const [shape, style] of ground) { shape.setStyle(style()); } });

  // Filters.
  const writeAmounts = () => {
    for (const [kind, counts] of Object.entries(amountOf)) {
      form.querySelectorAll('[data-kind=' + kind + ']').forEach((box) => { box.closest('label').querySelector('.amount').textContent = number(counts[box.value]); });
    }
  };
  const refresh = () => { chosen.place = null; shown = 100; choose(); writeAmounts(); layer.draw(); writeList(); keepAddress(); };
  const boxes = (title, kind, entries, set) => {
    const field = element('fieldset', {}, element('legend', { textContent: title }));
    entries.forEach((entry) => {
      const box = element('input', { type: 'checkbox', checked: true, name: title, value: String(entry.index) });
      box.dataset.kind = kind;
      box.addEventListener('change', () => { if (box.checked) { set.add(entry.index); } else { set.delete(entry.index); } refresh(); });
      const label = element('label', {}, box);
      if (entry.symbol !== undefined) { label.append(symbolImage(entry.symbol)); }
      label.append(element('span', { className: 'name' }, ...breakable(entry.title)), element('span', { className: 'amount', textContent: number(entry.amount) }));
      field.append(label);
    });
    return field;
  };
  // What the signs on and around symbols mean; drawn as on the map.
  const markImage = (mark) => {
    const image = shape('svg', { viewBox: '-11 -11 22 22', class: 'symbol', 'aria-hidden': 'true' });
    const add = (kind, attributes) => image.append(shape(kind, attributes));
    add('circle', { r: '5', fill: 'var(--paper)', stroke: 'var(--ink)', 'stroke-width': '1.6' });
    if (mark & 1) { add('circle', { r: '9', fill: 'none', stroke: 'var(--ink)', 'stroke-width': '1.6' }); }
    if (mark & 2) { add('circle', { r: '9', fill: 'none', stroke: 'var(--warning)', 'stroke-width': '1.6', 'stroke-dasharray': '3 3' }); }
    if (mark & 4) { add('path', { d: 'M4 -2V-10L11 -7.5L4 -5', fill: 'var(--warning)', stroke: 'var(--warning)', 'stroke-width': '1.4' }); }
    return image;
  };
  const markEntries = (drawn = ~0) => data.marks.filter((entry) => entry.mark & drawn).map((entry) => element('li', {}, markImage(entry.mark), element('span', { textContent: entry.title })));
  const form = one('filters');
  const perCategory = amounts(data.category, data.categories.length);
  const perStatus = amounts(data.status, data.statuses.length);
  const categoryEntries = data.categories.map((category, index) => ({ index: index, title: category.title, symbol: index, amount: perCategory[index] }));
  const statusEntries = data.statuses.map((title, index) => ({ index: index, title: title || t('not recorded'), amount: perStatus[index] }));
  const present = (entries) => entries.filter((entry) => entry.amount);
  const ageChoices = [[0, t('any number')], ...[7, 30, 90, 365].map((days) => [days, t('{1} or more', days)])];
  const ages = element('select', { id: 'age' }, ...ageChoices.map(([days, title]) => element('option', { value: String(days), textContent: title })));
  ages.addEventListener('change', () => { chosen.age = Number(ages.value); refresh(); });
  const search = element('input', { type: 'search', id: 'search', autocomplete: 'off', placeholder: t('street, block, category') });
  search.addEventListener('input', () => { chosen.words = wordsOf(search.value); refresh(); });
  const searchField = element('fieldset', {}, element('label', { className: 'search' }, element('span', { textContent: t('Search') }), search));
  const reset = element('button', { type: 'button', id: 'reset', textContent: t('Show every case') });
  reset.addEventListener('click', () => {
    form.querySelectorAll('input[type=checkbox]').forEach((box) => { box.checked = true; });
    ages.value = '0';
    search.value = '';
    chosen.words = [];
    data.categories.forEach((_, index) => chosen.categories.add(index));
    data.statuses.forEach((_, index) => chosen.statuses.add(index));
    chosen.age = 0;
    refresh();
  });
  // Nothing is filtered where there is nothing.
  one('filter-box').hidden = count === 0;
  document.querySelector('.list-head label').hidden = count === 0;
  form.append(
    searchField, boxes(t('Category'), 'category', present(categoryEntries), chosen.categories), boxes(t('Status'), 'status', present(statusEntries), chosen.statuses),
    element('fieldset', {}, element('legend', { textContent: t('Age') }), element('label', {}, element('span', { textContent: t('Days open') }), ages)), reset);
  if (data.marks.length) {
    form.append(element('div', { className: 'marks' }, element('p', { textContent: t('How to read the map') }), element('ul', {}, ...markEntries())));
  }
  form.addEventListener('submit', (event) => event.preventDefault());
  one('order').addEventListener('change', () => writeList());
  one('more').addEventListener('click', () => {
    const first = shown;
    shown += 100;
    writeList();
    const next = one('cases').children[first];
    if (next) { next.firstElementChild.focus(); }
  });
  one('one-place').lastElementChild.addEventListener('click', () => { showAll(); one('list').focus({ preventScroll: true }); });
  document.addEventListener('keydown', (event) => { if (event.key === 'Escape' && (chosen.place || selected >= 0)) { selected = -1; layer.draw(); showAll(); } });

  // The address holds what was chosen, by titles, since tomorrow's page may have others, and which case is open, by its
  // number in the list: a link that can be passed on.
  const categoryTitles = data.categories.map((category) => category.title);
  const statusTitles = data.statuses.map((title) => title || t('not recorded'));
  const keepAddress = () => {
    const parts = [];
    if (search.value) { parts.push('q=' + encodeURIComponent(search.value)); }
    const without = (set, titles) => titles.filter((_, index) => !set.has(index)).map(encodeURIComponent).join();
    const lessCategories = without(chosen.categories, categoryTitles);
    const lessStatuses = without(chosen.statuses, statusTitles);
    if (lessCategories) { parts.push('without=' + lessCategories); }
    if (lessStatuses) { parts.push('without-status=' + lessStatuses); }
    if (chosen.age) { parts.push('age=' + chosen.age); }
    if (selected >= 0) { parts.push('case=' + (selected + 1)); }
    const address = '#' + parts.join('&');
    if (address !== (location.hash || '#')) { history.replaceState(null, '', address); }
  };
  const readAddress = () => {
    const parts = new Map(location.hash.slice(1).split('&').map((part) => part.split('=')).filter((part) => part.length === 2));
    const decoded = (text) => { try { return decodeURIComponent(text); } catch { return ''; } };
    const text = (name) => decoded(parts.get(name) || '');
    const titles = (name) => (parts.get(name) || '').split(',').map(decoded);
    search.value = text('q');
    chosen.words = wordsOf(search.value);
    const leaveOut = (set, kind, all, named) => {
      all.forEach((title, index) => { if (named.includes(title)) { set.delete(index); } else { set.add(index); } });
      form.querySelectorAll('[data-kind=' + kind + ']').forEach((box) => { box.checked = set.has(Number(box.value)); });
    };
    leaveOut(chosen.categories, 'category', categoryTitles, titles('without'));
    leaveOut(chosen.statuses, 'status', statusTitles, titles('without-status'));
    chosen.age = ageChoices.some(([days]) => days === Number(text('age'))) ? Number(text('age')) : 0;
    ages.value = String(chosen.age);
    choose();
    writeAmounts();
    chosen.place = null;
    const index = /^[1-9][0-9]{0,8}$/.test(text('case')) ? Number(text('case')) - 1 : -1;
    selected = -1;
    layer.draw();
    if (matching.includes(index)) { select(index, true); const place = ordered(inView()).indexOf(index); if (place >= shown) { shown = place + 20; select(index, true); } } else { writeList(); }
  };
  window.addEventListener('hashchange', readAddress);

  // What draws symbols on a canvas, for paper: each line and surface becomes one of a vector picture.
  const svgPen = (image) => {
    let d = '';
    let dashes = [];
    const at = (x, y) => x.toFixed(1) + ' ' + y.toFixed(1);
    const add = (attributes) => image.append(shape('path', { d: d, ...attributes }));
    return {
      beginPath: () => { d = ''; },
      closePath: () => { d += 'Z'; },
      moveTo: (x, y) => { d += 'M' + at(x, y); },
      lineTo: (x, y) => { d += 'L' + at(x, y); },
      // A whole turn has no one arc: two halves.
      arc: (x, y, radius, start, end) => {
        const r = radius.toFixed(1);
        const on = (angle) => at(x + radius * Math.cos(angle), y + radius * Math.sin(angle));
        const middle = (start + end) / 2;
        d += `M${on(start)}A${r} ${r} 0 0 1 ${on(middle)}A${r} ${r} 0 0 1 ${on(end)}`;
      },
      setLineDash: (lengths) => { dashes = lengths; },
      fill: function () { add({ fill: this.fillStyle }); },
      stroke: function () { add({ fill: 'none', stroke: this.strokeStyle, 'stroke-width': this.lineWidth, 'stroke-dasharray': dashes.join(' ') || 'none' }); },
      fillText: function (text, x, y) { image.append(shape('text', { x: x.toFixed(1), y: y.toFixed(1), 'text-anchor': 'middle', 'dominant-baseline': 'central', style: 'font:' + this.font, fill: this.fillStyle }, text)); },
    };
  };

  // Paper: lines and symbols in place of what a canvas would lose, and the legend that the filters hold otherwise.
  const drawPrint = () => {
    const size = map.getSize();
    const view = map.getBounds().pad(0.3);
    // Paper is light, whatever the screen is.
    tint = { ground: '#e9e7e1', neighbour: '#efede8', 'focus-area': '#ffffff', water: '#c3dcea', minor: '#d9d5cc', major: '#f3dfa8', casing: '#b5ac9a', border: '#77736a', name: '#5b5346', muted: '#545e6b', accent: '#17456e', halo: '#ffffff', ink: '#1c2430', outline: '#1c2430', warning: '#a3320b' };
    const image = shape('svg', { viewBox: `0 0 ${size.x} ${size.y}`, style: `--ratio: ${size.x / size.y}`, role: 'img', 'aria-label': one('map').getAttribute('aria-label') });
    const point = (place) => map.latLngToContainerPoint(place);
    const path = (lines, end) => lines.filter((line) => line.length && view.intersects(L.latLngBounds(line)))
      .map((line) => 'M' + line.map((place) => { const at = point(place); return at.x.toFixed(1) + ' ' + at.y.toFixed(1); }).join('L') + end).join('');
    const add = (lines, end, attributes) => { const d = path(lines, end); if (d) { image.append(shape('path', { d: d, fill: 'none', ...attributes })); } };
    image.append(shape('rect', { width: size.x, height: size.y, fill: tint.ground }));
    data.neighbours.forEach((area) => add(area.rings.map(decodeLine), 'Z', { fill: tint.neighbour, 'fill-rule': 'evenodd' }));
    add(areaRings, 'Z', { fill: tint['focus-area'], 'fill-rule': 'evenodd' });
    data.water.forEach((rings) => add(rings.map(decodeLine), 'Z', { fill: tint.water, 'fill-rule': 'evenodd' }));
    add(streetLines(1), '', { stroke: tint.minor, 'stroke-width': 1 });
    add(streetLines(2), '', { stroke: tint.casing, 'stroke-width': 3.4 });
    add(streetLines(2), '', { stroke: tint.major, 'stroke-width': 2.2 });
    data.neighbours.forEach((area) => add(area.rings.map(decodeLine), 'Z', { stroke: tint.border, 'stroke-width': 1.2, 'stroke-dasharray': '5 4' }));
    add(areaRings, 'Z', { stroke: tint.accent, 'stroke-width': 3 });
    const words = (text, x, y, angle, font, color) => image.append(shape('text', { transform: `translate(${x.toFixed(1)} ${y.toFixed(1)}) rotate(${(angle * 180 / Math.PI).toFixed(1)})`, 'text-anchor': 'middle', 'dominant-baseline': 'middle', style: 'font:' + font, fill: color, stroke: tint.halo, 'stroke-width': 2.5, 'paint-order': 'stroke' }, text));
    const groups = layer.groups.map((group) => ({ x: group.x - layer.pad.x, y: group.y - layer.pad.y, members: group.members }));
    const taken = groups.map((group) => { const reach = groupRadius(group.members.length) + 2; return [group.x - reach, group.y - reach, group.x + reach, group.y + reach]; });
    drawNames(layer.canvas.getContext('2d'), point, [0, 0, size.x, size.y], taken, words);
    const pen = svgPen(image);
    for (const group of groups) { layer.drawGroup(pen, group); }
    const counts = amounts(matching.map((i) => data.category[i]), data.categories.length);
    const legend = element('ul', {}, ...data.categories.flatMap((category, index) => counts[index] ? [element('li', {}, symbolImage(index), element('span', { textContent: category.title + ': ' + number(counts[index]) }))] : []));
    legend.append(...markEntries(groups.reduce((drawn, group) => drawn | layer.marks(group.members), 0)));
    one('print-map').replaceChildren(image, legend);
    readTint();
  };

  // Light and dark, paper, phones.
  const redraw = () => { readTint(); for (const [shape, style] of ground) { shape.setStyle(style()); } layer.draw(); };
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
  window.addEventListener('beforeprint', () => { redraw(); drawPrint(); writeList(1000); });
  window.addEventListener('afterprint', () => { one('print-map').replaceChildren(); redraw(); writeList(); });
  if (matchMedia('(max-width: 78rem)').matches) { one('filter-box').open = false; }

  // The cases first: a fault of the ground never empties the page.
  choose();
  layer.addTo(map);
  layer.draw();
  readAddress();
  try { drawGround(); } finally { document.documentElement.dataset.ready = 'true'; }
})();
