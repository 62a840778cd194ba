using System.Collections;

namespace Backprop.Tests.WorkedNumbers;

// WorkedNumbers: each number that the course prints, computed with the library as a learner would. What it should be
// stands in tests/reference/worked_numbers.json; no number is written down here a second time.
/// <summary>How one number is computed.</summary>
/// <param name="Id">Its name in the list: <c>L07.softmax.0</c>.</param>
/// <param name="Compute">The library at work.</param>
/// <param name="RelativeError">How far it may be from the number in double.</param>
public sealed record Answer(string Id, Func<double> Compute, double RelativeError);

/// <summary>The answers of some lessons, a line for each number.</summary>
public sealed class Answers : IEnumerable<Answer>
{
    /// <summary>What float64 reaches, through a few hundred operations.</summary>
    private const double InFloat64 = 1e-9;

    private readonly List<Answer> all = [];

    /// <summary>The answers of all lessons.</summary>
    public static IReadOnlyList<Answer> OfTheCourse { get; } =
    [
        .. Lessons01To03.Answers, .. Lessons04To07.Answers, .. Lessons08To10.Answers, .. Lessons11To13.Answers,
        .. Lessons14To16.Answers, .. Lessons17To21.Answers,
    ];

    /// <summary>A number that is read from a tensor with one element.</summary>
    public void Add(string id, Func<Tensor> compute, double relativeError = InFloat64) =>
        all.Add(new(id, () => compute().Item(), relativeError));

    /// <summary>A number that comes as one.</summary>
    public void Add(string id, Func<double> compute) => all.Add(new(id, compute, InFloat64));

    /// <inheritdoc/>
    public IEnumerator<Answer> GetEnumerator() => all.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
