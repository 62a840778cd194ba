function (cardId, kind, id, range) {
  // Beside the radio buttons, a control that asks the kernel. Without one, nothing happens here.
  const card = document.getElementById(cardId);
  const kernel = window.Jupyter?.notebook?.kernel ?? window.jupyterapp?.shell?.currentWidget?.sessionContext?.session?.kernel;
  if (!card || !kernel) return;
  const classic = kernel.comm_manager, live = card.querySelector(".live"), states = card.querySelector(".states");
  if (!classic && !kernel.createComm) return;
  let busy = false, next = null, control = null;

  const send = value => {
    if (busy) { next = value; return; }
    busy = true;
    comm.send({ value });
  };
  const show = html => {
    live.innerHTML = html;
    live.hidden = false;
    states.hidden = true;
    card.querySelectorAll("fieldset :checked").forEach(place => { place.checked = false; });
  };
  const place = share => range.log ? range.from * Math.pow(range.to / range.from, share)
    : range.from + (range.to - range.from) * share;
  const shareOf = value => range.log ? Math.log(value / range.from) / Math.log(range.to / range.from)
    : (value - range.from) / (range.to - range.from);
  const build = () => {
    const name = card.querySelector(".bp-head b").textContent;
    control = document.createElement("div");
    control.style.cssText = "display:flex;flex-wrap:wrap;gap:8px;align-items:center;margin-top:8px";
    if (!range) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "bp-btn";
      button.textContent = name;
      button.onclick = () => send(0);
      control.append(button);
    } else {
      const input = document.createElement("input"), out = document.createElement("output");
      Object.assign(input, { type: "range", min: 0, max: 1, step: 0.001 });
      input.setAttribute("aria-label", name);
      input.style.width = "min(70%, 320px)";
      const number = card.querySelector("fieldset :checked")?.parentElement.textContent ?? "";
      input.value = shareOf(parseFloat(number.replaceAll("\u2212", "-")) || range.from);
      out.textContent = number;
      input.oninput = () => {
        const value = Number(place(Number(input.value)).toPrecision(4));
        input.setAttribute("aria-valuetext", String(value));
        out.textContent = String(value).replaceAll("-", "\u2212");
        send(value);
      };
      control.append(input, out);
    }
    live.before(control);
  };
  const received = message => {
    const data = message.content.data;
    if (data.ready) { build(); return; }
    busy = false;
    show(data.html);
    if (next !== null) { const value = next; next = null; send(value); }
  };
  // The kernel has forgotten it: what stands in the page stays.
  const closed = () => { control?.remove(); control = null; live.hidden = true; states.hidden = false; };
  card.addEventListener("change", event => {
    if (event.target.type === "radio") { live.hidden = true; states.hidden = false; }
  });

  let comm;
  if (classic) {
    comm = classic.new_comm(kind, { id });
    comm.on_msg(received);
    comm.on_close(closed);
  } else {
    comm = kernel.createComm(kind);
    comm.onMsg = received;
    comm.onClose = closed;
    comm.open({ id });
  }
}
