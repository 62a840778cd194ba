using System.Globalization;

namespace Backprop.Tests.WorkedNumbers;

/// <summary>A number that the course prints, computed again.</summary>
/// <param name="Id">The lesson first: <c>L07.softmax.0</c>.</param>
/// <param name="Items">The items of the curriculum that it belongs to: <c>D90</c>.</param>
/// <param name="Description">What it is.</param>
/// <param name="Value">The number in double.</param>
/// <param name="Tolerance">Half a unit of the last printed digit.</param>
/// <param name="Stated">As the course prints it.</param>
public sealed record WorkedNumber(
    string Id, IReadOnlyList<string> Items, string Description, double Value, double Tolerance, string Stated)
{
    /// <summary>Both forms of the number, for a message.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Id}, {Description}: printed {Stated}, computed {Value:R}");
}
