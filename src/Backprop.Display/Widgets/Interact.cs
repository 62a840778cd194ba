using System.Globalization;

namespace Backprop.Display;

/// <summary>
/// Outputs that a person can change: <c>Interact.Slider("w", -2, 2, w => Chart.Line(x, x.Select(v => w * v)))</c>. The
/// function runs at once for each position, so that the saved notebook and its page show all of them without a kernel;
/// where the page can reach one, it also runs for whatever lies between.
/// </summary>
public static class Interact
{
    private const int MostPositions = 41;

    /// <summary>A slider over the numbers from one to another.</summary>
    /// <param name="name">What changes.</param>
    /// <param name="from">The lowest.</param>
    /// <param name="to">The highest.</param>
    /// <param name="show">What is shown for a number: a chart, a tensor, a text.</param>
    /// <param name="steps">How many positions are computed at once, 2 to 41.</param>
    /// <param name="start">Where it stands first; the middle unless given.</param>
    /// <param name="log">Whether positions stand at equal factors, as learning rates want it.</param>
    /// <exception cref="ArgumentException">There is no such range.</exception>
    public static Interaction Slider(
        string name,
        double from,
        double to,
        Func<double, object?> show,
        int steps = 11,
        double? start = null,
        bool log = false)
    {
        ArgumentNullException.ThrowIfNull(show);
        if (!(from < to && double.IsFinite(to - from)) || (log && from <= 0))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"A slider goes from a number to a higher one{(log ? ", both above 0" : "")}; these are {from} and {to}."));
        }
        if (steps is < 2 or > MostPositions)
            throw new ArgumentException($"A slider computes 2 to {MostPositions} positions at once, not {steps}.");
        double[] values = [.. Enumerable.Range(0, steps).Select(i => Place(from, to, (double)i / (steps - 1), log))];
        double first = start ?? values[steps / 2];
        int nearest = values.Index().MinBy(v => Math.Abs(v.Item - first)).Index;
        return new Interaction(
            name,
            [.. values.Select(v => new Position(Label(v), () => show(v)))],
            nearest,
            new LiveRange(from, to, log, show));
    }

    /// <summary>A slider over whole numbers.</summary>
    /// <param name="name">What changes.</param>
    /// <param name="from">The lowest.</param>
    /// <param name="to">The highest.</param>
    /// <param name="show">What is shown for a number.</param>
    /// <param name="start">Where it stands first; the highest unless given.</param>
    /// <exception cref="ArgumentException">There is no such range, or it is too long.</exception>
    public static Interaction Whole(string name, int from, int to, Func<int, object?> show, int? start = null)
    {
        ArgumentNullException.ThrowIfNull(show);
        if (from >= to || to - from >= MostPositions)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"2 to {MostPositions} whole numbers make a slider; {from} to {to} are {(long)to - from + 1}."));
        }
        int[] values = [.. Enumerable.Range(from, to - from + 1)];
        return new Interaction(
            name,
            [.. values.Select(v => new Position(v.ToString(CultureInfo.InvariantCulture), () => show(v)))],
            Math.Clamp(start ?? to, from, to) - from,
            live: null);
    }

    /// <summary>One of several things.</summary>
    /// <param name="name">What is chosen.</param>
    /// <param name="options">What there is to choose from.</param>
    /// <param name="show">What is shown for one of them.</param>
    /// <exception cref="ArgumentException">There are none, or too many.</exception>
    public static Interaction Choose<T>(string name, IEnumerable<T> options, Func<T, object?> show)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(show);
        T[] all = [.. options];
        if (all.Length is 0 or > MostPositions)
            throw new ArgumentException($"1 to {MostPositions} options can be chosen from, not {all.Length}.");
        return new Interaction(
            name, [.. all.Select(o => new Position(Formatter.ToLine(o, 30), () => show(o)))], start: 0, live: null);
    }

    /// <summary>A button that runs a function again. It is there while the page reaches a kernel; else what the function
    /// gave first stands alone.</summary>
    /// <param name="name">What stands on it: <c>Draw again</c>.</param>
    /// <param name="show">What is shown.</param>
    public static Interaction Button(string name, Func<object?> show)
    {
        ArgumentNullException.ThrowIfNull(show);
        return new Interaction(name, [new Position("", show)], start: 0, new LivePress(show));
    }

    private static double Place(double from, double to, double share, bool log)
    {
        double value = log ? from * Math.Pow(to / from, share) : from + ((to - from) * share);
        // 0.30000000000000004 is 0.3 to a person.
        return value == 0 ? 0 : double.Parse(value.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
    }

    private static string Label(double value) =>
        value.ToString("G4", CultureInfo.InvariantCulture).Replace('-', '−');
}
