using BestThreshold = System.Func<double[], int[], double, double, double>;
using InTest = System.Func<string[], double, bool[]>;
using NumberIn = System.Func<string, double>;

namespace Backprop.Checks;

/// <summary>The capstone: the number in a text, a split that stays, the cheapest threshold, a report. 24 points.</summary>
public sealed class L22 : Lesson
{
    /// <inheritdoc/>
    public override IReadOnlyList<Exercise> Exercises =>
    [
        new("L22.a", "The number in a text")
        {
            Signature = "double NumberIn(string text)",
            Parts =
            [
                new Part<NumberIn>("plain numbers", 1, L22Number.Plain),
                new Part<NumberIn>("words around it", 2, L22Number.Words, "plain numbers"),
                new Part<NumberIn>("gaps", 1, L22Number.Gaps, "plain numbers"),
                new Part<NumberIn>("every language setting", 1, L22Number.Languages, "plain numbers"),
            ],
            Hints =
            [
                "Which characters may a number have, and where does the first one begin?",
                "A regular expression says it in one line: perhaps a minus, digits, perhaps a point and more digits. Only the "
                + "first match counts.",
                "Match -?[0-9]+(\\.[0-9]+)? in the text. No match: return NaN. Otherwise double.Parse of the match, with "
                + "CultureInfo.InvariantCulture.",
            ],
        },
        new("L22.b", "A split that stays")
        {
            Signature = "bool[] InTest(string[] customers, double share)",
            Parts =
            [
                new Part<InTest>("a customer is in one part", 2, L22Split.OnePart),
                new Part<InTest>("about the share", 2, L22Split.Share, "a customer is in one part"),
                new Part<InTest>("it stays", 2, L22Split.Stays, "about the share"),
            ],
            Hints =
            [
                "What does a customer have that never changes, neither with the row nor with the file?",
                "Make a number from 0 to 1 of the name alone, in a way that mixes well, and compare it with the share.",
                "Go through the letters: hash = (hash ^ letter) * a large odd number, as uint. Mix the high bits down with a shift "
                + "and another multiplication, divide by uint.MaxValue, and say test if it is below the share.",
            ],
        },
        new("L22.c", "The threshold that costs least")
        {
            Signature = "double BestThreshold(double[] p, int[] y, double miss, double alarm)",
            Parts =
            [
                new Part<BestThreshold>("equal costs", 2, L22Threshold.EqualCosts),
                new Part<BestThreshold>("unequal costs", 2, L22Threshold.UnequalCosts, "equal costs"),
                new Part<BestThreshold>("everybody or nobody", 1, L22Threshold.Extremes, "equal costs"),
                new Part<BestThreshold>("the arrays stay as they are", 1, L22Threshold.Untouched, "equal costs"),
            ],
            Hints =
            [
                "Write a function that computes the cost of one threshold. For which thresholds can the cost change at all?",
                "Between two neighbouring values of p all thresholds cost the same. So the values of p themselves are enough, and "
                + "one more.",
                "Try every p[i] as t (a letter from there on), and one t above all of them (no letters). Keep the cheapest.",
            ],
        },
    ];
}
