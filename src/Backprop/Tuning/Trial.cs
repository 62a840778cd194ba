namespace Backprop;

/// <summary>One set of hyperparameters to be tried: what the function to be made small is given.</summary>
public sealed class Trial
{
    private readonly SearchSpace space;

    internal Trial(SearchSpace space, int number, object[] values, long seed, int budget = 1)
    {
        this.space = space;
        Number = number;
        Values = values;
        Seed = seed;
        Budget = budget;
    }

    /// <summary>Which set, from 1. One that is tried again with a larger budget keeps its number.</summary>
    public int Number { get; }

    /// <summary>How much may be spent on it, most often epochs: what <see cref="SuccessiveHalving"/> raises. 1 for
    /// others.</summary>
    public int Budget { get; }

    /// <summary>A seed for this set. <see cref="Tensor.Seed"/> has been called with it.</summary>
    public long Seed { get; }

    /// <summary>A number: <c>trial["rate"]</c>.</summary>
    /// <exception cref="KeyNotFoundException">The space has no such name.</exception>
    /// <exception cref="InvalidOperationException">It is a choice of something else than numbers.</exception>
    public double this[string name] => ValueOf(name) switch
    {
        double number => number,
        int number => number,
        float number => number,
        var other => throw new InvalidOperationException(
            $"{name} is a {other.GetType().Name}, not a number. Read it with "
                + $"trial.Choice<{other.GetType().Name}>(\"{name}\")."),
    };

    /// <summary>A whole number: <c>trial.Whole("layers")</c>.</summary>
    /// <inheritdoc cref="this"/>
    public int Whole(string name) => ValueOf(name) is int whole ? whole : throw new InvalidOperationException(
        $"{name} is not a whole number. Read it with trial[\"{name}\"], or say Whole(from, to) in the space.");

    /// <summary>One of several things: <c>trial.Choice&lt;string&gt;("activation")</c>.</summary>
    /// <inheritdoc cref="this"/>
    public T Choice<T>(string name) => ValueOf(name) is T value ? value : throw new InvalidOperationException(
        $"{name} is a {ValueOf(name).GetType().Name}, not a {typeof(T).Name}.");

    /// <summary><c>rate 0.00123, layers 3</c></summary>
    public override string ToString() => string.Join(", ", space.Names.Zip(Texts, (name, text) => $"{name} {text}"));

    internal IReadOnlyList<object> Values { get; }

    internal IReadOnlyList<string> Names => space.Names;

    internal IEnumerable<string> Texts => space.Dimensions.Zip(Values, (dimension, value) => dimension.Text(value));

    /// <summary>Where it lies, for measuring distances.</summary>
    internal double[] Coordinates => [.. space.Dimensions.Zip(Values).SelectMany(d => d.First.Coordinates(d.Second))];

    private object ValueOf(string name)
    {
        int place = space.Names.ToList().IndexOf(name);
        return place >= 0 ? Values[place] : throw space.Unknown(name);
    }
}
