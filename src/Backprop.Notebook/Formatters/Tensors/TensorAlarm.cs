using Backprop.Display;

namespace Backprop;

/// <summary>Numbers that are not finite: how many, where, why, and what to do.</summary>
internal static class TensorAlarm
{
    public static Html Of(Tensor tensor, TensorValues values, TensorFacts facts)
    {
        if (facts.AllFinite)
            return Html.Empty;
        int left = facts.Count - facts.Finite;
        string skipped = left == 1
            ? "Statistics skip this value."
            : $"Statistics skip these {NumberText.Count(left)} values.";
        return Html.Of(
            $"""
            <div class="bp-alarm" role="note"><p><b>Not all numbers are finite.</b> {Where(values, facts)}
            {Why(tensor.Origin?.Name)} {skipped}</p></div>
            """);
    }

    private static string Where(TensorValues values, TensorFacts facts)
    {
        var parts = new List<string>();
        if (facts.NaNs > 0)
            parts.Add(
                $"{NumberText.Count(facts.NaNs)} NaN, first at {TensorNames.Place(values.IndexOf(facts.FirstNaN))}");
        string[] infinite =
        [
            .. facts.PlusInfs > 0 ? [$"{NumberText.Count(facts.PlusInfs)} +Inf"] : Array.Empty<string>(),
            .. facts.MinusInfs > 0 ? [$"{NumberText.Count(facts.MinusInfs)} −Inf"] : Array.Empty<string>(),
        ];
        if (infinite.Length > 0)
            parts.Add(
                $"{string.Join(" and ", infinite)}, first at {TensorNames.Place(values.IndexOf(facts.FirstInf))}");
        return string.Join("; ", parts) + ".";
    }

    // What most likely happened in the op that made it.
    private static string Why(string? op) => op switch
    {
        "Log" => "The log of 0 is −Inf, that of a negative number NaN. Clip the input, x.Clamp(1e-7), or work with "
            + "logits.",
        "Sqrt" => "The root of a negative number is NaN. Clip the input: x.Clamp(0).",
        "Divide" or "Div" or "Reciprocal" => "Division by 0 gives Inf, 0 by 0 NaN. Look at the divisor.",
        "Exp" => "The exponential of a number above 88 is too large for float32. Subtract the largest number first.",
        "Pow" => "A negative number to a fractional power is NaN.",
        null => "NaN comes from the log or the root of a negative number, or from 0/0; Inf from a division by 0 or "
            + "an overflow.",
        _ => $"It came out of {op}: look at its inputs, and whether the learning rate is too high.",
    };
}
