// Tuning: looking for good hyperparameters. It calls a function of trials and knows no net, no data, no trainer.
using System.Globalization;

namespace Backprop;

/// <summary>What a hyperparameter may be: <c>LogUniform(1e-5, 1e-1)</c>, <c>Uniform(0, 0.5)</c>, <c>Whole(1, 8)</c>,
/// <c>Choice("relu", "tanh")</c>.</summary>
public abstract record Dimension
{
    private protected Dimension()
    {
    }

    /// <summary>The value at a place from 0 to 1.</summary>
    internal abstract object At(double place);

    /// <summary>Values at even distances, at most so many; of choices all.</summary>
    internal abstract IReadOnlyList<object> Grid(int points);

    /// <summary>Where a value lies, for measuring distances: numbers from 0 to 1.</summary>
    internal abstract double[] Coordinates(object value);

    /// <summary>A value as a number that a file can hold.</summary>
    internal abstract double Encode(object value);

    /// <summary>The value of such a number.</summary>
    /// <exception cref="InvalidDataException">It lies outside.</exception>
    internal abstract object Decode(double number);

    /// <summary>A value for a table.</summary>
    internal virtual string Text(object value) => string.Create(CultureInfo.InvariantCulture, $"{value:G4}");

    private protected static InvalidDataException Outside(double number, Dimension dimension) => new(
        string.Create(CultureInfo.InvariantCulture, $"{number} is not in {dimension}"));
}

/// <summary>A number between two, evenly or by its logarithm.</summary>
internal sealed record NumberDimension(double From, double To, bool IsLog) : Dimension
{
    internal override object At(double place) => IsLog
        ? Math.Clamp(From * Math.Pow(To / From, place), From, To)
        : From + (To - From) * place;

    internal override IReadOnlyList<object> Grid(int points) =>
        points == 1 ? [At(0.5)] : [.. Enumerable.Range(0, points).Select(i => At(i / (points - 1.0)))];

    internal override double[] Coordinates(object value) => IsLog
        ? [Math.Log((double)value / From) / Math.Log(To / From)]
        : [((double)value - From) / (To - From)];

    internal override double Encode(object value) => (double)value;

    internal override object Decode(double number) =>
        number >= From && number <= To ? number : throw Outside(number, this);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(IsLog ? "LogUniform" : "Uniform")}({From}, {To})");
}

/// <summary>A whole number between two, both included.</summary>
internal sealed record WholeDimension(int From, int To) : Dimension
{
    private long Count => (long)To - From + 1;

    internal override object At(double place) => (int)Math.Min(To, From + (long)(place * Count));

    internal override IReadOnlyList<object> Grid(int points)
    {
        if (Count <= points)
            return [.. Enumerable.Range(From, (int)Count).Cast<object>()];
        if (points == 1)
            return [At(0.5)];
        double step = (Count - 1) / (points - 1.0);
        return [.. Enumerable.Range(0, points).Select(i => (object)(int)Math.Round(From + i * step))];
    }

    internal override double[] Coordinates(object value) =>
        [Count == 1 ? 0 : ((int)value - (double)From) / (Count - 1)];

    internal override double Encode(object value) => (int)value;

    internal override object Decode(double number) =>
        number >= From && number <= To && number == Math.Round(number) ? (int)number : throw Outside(number, this);

    internal override string Text(object value) => ((int)value).ToString(CultureInfo.InvariantCulture);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"Whole({From}, {To})");
}

/// <summary>One of several things.</summary>
internal sealed record ChoiceDimension(object[] Options) : Dimension
{
    internal override object At(double place) => Options[(int)Math.Min(Options.Length - 1, place * Options.Length)];

    internal override IReadOnlyList<object> Grid(int points) => Options;

    // All equally far from each other: at distance 1.
    internal override double[] Coordinates(object value)
    {
        var coordinates = new double[Options.Length];
        coordinates[Array.IndexOf(Options, value)] = Math.Sqrt(0.5);
        return coordinates;
    }

    internal override double Encode(object value) => Array.IndexOf(Options, value);

    internal override object Decode(double number)
    {
        bool isPlace = number >= 0 && number < Options.Length && number == Math.Round(number);
        return isPlace ? Options[(int)number] : throw Outside(number, this);
    }

    internal override string Text(object value) => value switch
    {
        Delegate function => function.Method.Name,
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Plain.Text(value.ToString() ?? "", 20),
    };

    public override string ToString() => $"Choice({string.Join(", ", Options.Select(Text))})";
}
