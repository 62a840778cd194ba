using System.Globalization;
using System.Text.Json.Serialization;

namespace Backprop.Tests.Parity;

/// <summary>A tensor as a fixture holds it.</summary>
/// <param name="Shape">The lengths of its axes; none for a single number.</param>
/// <param name="Data">Its numbers in row-major order. Truth values are 0 and 1.</param>
/// <param name="Type">"int64" or "bool"; null for floating-point numbers.</param>
public sealed record Numbers(int[] Shape, double[] Data, string? Type = null)
{
    /// <summary>How many numbers the shape asks for.</summary>
    [JsonIgnore]
    public int Count => Shape.Aggregate(1, (product, length) => product * length);

    /// <summary>The indices along each axis of a position in the data, such as <c>[1, 0, 2]</c>.</summary>
    public string IndexOf(int position)
    {
        var indices = new string[Shape.Length];
        for (int axis = Shape.Length - 1; axis >= 0; axis--)
        {
            indices[axis] = (position % Shape[axis]).ToString(CultureInfo.InvariantCulture);
            position /= Shape[axis];
        }
        return $"[{string.Join(", ", indices)}]";
    }
}
