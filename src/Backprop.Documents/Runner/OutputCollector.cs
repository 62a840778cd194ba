using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Backprop.Display;

namespace Backprop.Documents;

/// <summary>
/// Turns what a running cell shows into the outputs that a notebook keeps: joins text, replaces live displays wherever
/// in the notebook they are, clears when asked to, and keeps a cell's output below a size.
/// </summary>
internal sealed class OutputCollector
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<DisplayEntry>> displays = [];
    private readonly OutputLimits limits;
    private NotebookCell? cell;
    private Action? tooMuch;
    private StreamEntry? openEntry;
    private TerminalText? openText;
    private long keptBefore;
    private long written;
    private bool cut;
    private bool clearFirst;

    public OutputCollector(OutputLimits limits)
    {
        this.limits = limits;
    }

    /// <summary>True once the current cell has written more than any cell may.</summary>
    public bool IsTooMuch { get; private set; }

    private long Kept => keptBefore + (openText?.Bytes ?? 0);

    /// <summary>From now on outputs belong to this cell.</summary>
    /// <param name="next">The cell; what it showed in an earlier run is dropped.</param>
    /// <param name="stop">Called once when the cell has written too much.</param>
    public void Begin(NotebookCell next, Action stop)
    {
        lock (gate)
        {
            (cell, tooMuch) = (next, stop);
            (written, cut, clearFirst, IsTooMuch) = (0, false, false, false);
            Clear(next);
        }
    }

    /// <summary>Takes one output of the current cell; what comes between cells is dropped.</summary>
    public void Add(Output output)
    {
        lock (gate)
        {
            if (cell is null || IsTooMuch)
                return;
            Count(output);
            if (output is ClearOutput { Wait: true })
                clearFirst = true;
            else if (output is ClearOutput || clearFirst)
                Clear(cell);
            switch (output)
            {
                case StreamOutput stream:
                    AddText(cell, stream);
                    break;
                case DisplayOutput display:
                    AddDisplay(cell, display);
                    break;
                case UpdateOutput update:
                    Update(update);
                    break;
            }
        }
    }

    /// <summary>The current cell is done: adds how it ended.</summary>
    /// <param name="last">Its value or its error, or null.</param>
    public void End(NotebookOutput? last)
    {
        lock (gate)
        {
            if (cell is null)
                return;
            CloseText();
            if (last is DisplayEntry value && Kept + SizeOf(value.Data) > limits.KeptBytes)
            {
                written += SizeOf(value.Data);
                (last, cut) = (null, true);
            }
            if (cut)
                cell.Outputs.Add(new StreamEntry(Note(), isError: true));
            if (last is not null)
                cell.Outputs.Add(last);
            cell = null;
        }
    }

    private string Note() => string.Create(CultureInfo.InvariantCulture,
        $"Output cut here: at most {limits.KeptBytes / 1e6:0.#} MB are kept, the cell wrote {written / 1e6:0.0} MB.\n");

    private void Count(Output output)
    {
        written += output switch
        {
            StreamOutput stream => Encoding.UTF8.GetByteCount(stream.Text),
            DisplayOutput display => SizeOf(display.Data),
            UpdateOutput update => SizeOf(update.Data),
            _ => 0,
        };
        if (written <= limits.MostBytes)
            return;
        IsTooMuch = true;
        cut = true;
        tooMuch!();
    }

    private void AddText(NotebookCell to, StreamOutput stream)
    {
        if (cut || stream.Text.Length == 0)
            return;
        if (openEntry is null || openEntry.IsError != stream.IsError)
        {
            CloseText();
            openEntry = new StreamEntry("", stream.IsError);
            openText = new TerminalText();
            to.Outputs.Add(openEntry);
        }
        openText!.Append(stream.Text);
        if (Kept <= limits.KeptBytes)
            return;
        openText.CutTo(limits.KeptBytes - keptBefore);
        cut = true;
    }

    private void AddDisplay(NotebookCell to, DisplayOutput display)
    {
        CloseText();
        long size = SizeOf(display.Data);
        cut = cut || Kept + size > limits.KeptBytes;
        if (cut)
            return;
        keptBefore += size;
        var entry = new DisplayEntry(display.Data);
        to.Outputs.Add(entry);
        if (display.Id is null)
            return;
        if (!displays.TryGetValue(display.Id, out List<DisplayEntry>? sameId))
            displays[display.Id] = sameId = [];
        sameId.Add(entry);
    }

    private void Update(UpdateOutput update)
    {
        foreach (DisplayEntry entry in displays.GetValueOrDefault(update.Id) ?? [])
        {
            long more = SizeOf(update.Data) - SizeOf(entry.Data);
            if (Kept + more > limits.KeptBytes)
            {
                cut = true;
                continue;
            }
            keptBefore += more;
            entry.Data = update.Data;
        }
    }

    private void Clear(NotebookCell from)
    {
        from.Outputs.Clear();
        (openEntry, openText) = (null, null);
        (keptBefore, clearFirst) = (0, false);
        cut = IsTooMuch;
    }

    private void CloseText()
    {
        if (openEntry is null)
            return;
        openEntry.Text = openText!.ToString();
        keptBefore += openText.Bytes;
        (openEntry, openText) = (null, null);
    }

    private static long SizeOf(MimeBundle bundle)
    {
        return bundle.Formats.Values.Sum(content =>
            Encoding.UTF8.GetByteCount(content as string ?? ((JsonNode)content).ToJsonString()));
    }
}
