namespace Backprop.Onnx;

/// <summary>The length of an axis: a number, times the lengths of free axes.</summary>
/// <param name="Factor">The number.</param>
/// <param name="Powers">How often each free axis is a factor: a text of digits, so that equal lengths are
/// equal.</param>
internal readonly record struct Length(int Factor, string Powers)
{
    /// <summary>The length that was so long in each probe; null if no product explains that.</summary>
    internal static Length? Find(IReadOnlyList<int> samples, Probes probes)
    {
        int factor = samples[0];
        var powers = new char[probes.Axes.Length];
        for (int axis = 0; axis < powers.Length; axis++)
        {
            int first = probes.First(axis), other = probes.Other(axis), power = 0;
            long left = samples[0], right = samples[axis + 1];
            for (; left != right && power < 3; power++)
            {
                left *= other;
                right *= first;
                if (factor % first != 0)
                    return null;
                factor /= first;
            }
            if (left != right)
                return null;
            powers[axis] = (char)('0' + power);
        }
        return new(factor, new string(powers));
    }

    /// <summary>True if no free axis counts.</summary>
    internal bool IsFixed => Powers.All(power => power == '0');

    /// <summary><c>batch</c>, <c>2·batch·time</c></summary>
    internal string Text(Probes probes)
    {
        IEnumerable<string> factors = Powers.SelectMany((power, axis) =>
            Enumerable.Repeat(probes.Axes[axis], power - '0'));
        return string.Join('·', Factor == 1 ? factors : factors.Prepend(FormattableString.Invariant($"{Factor}")));
    }
}
