namespace Backprop;

/// <summary>When a shape can change without moving elements.</summary>
internal static class Strides
{
    /// <summary>Finds strides under which a view has another shape of the same size.</summary>
    /// <returns>False if the elements must be copied first; then <paramref name="strides"/> is null.</returns>
    internal static bool TryReshape(View x, Shape to, out int[]? strides)
    {
        strides = null;
        if (x.IsContiguous || to.Size == 0)
            return true;
        var made = new int[to.Rank];
        int next = to.Rank - 1;
        // From the last axis on: join old axes into pieces that lie at even steps, and cut each piece into new axes.
        int step = x.Strides![^1], piece = 1;
        for (int axis = x.Shape.Rank - 1; axis >= 0; axis--)
        {
            piece *= x.Shape[axis];
            bool goesOn = axis > 0 && (x.Shape[axis - 1] == 1 || x.Strides[axis - 1] == piece * step);
            if (goesOn)
                continue;
            int filled = 1;
            while (next >= 0 && (filled < piece || to[next] == 1))
            {
                made[next] = filled * step;
                filled *= to[next];
                next--;
            }
            if (filled != piece)
                return false;
            if (axis > 0)
                step = x.Strides[axis - 1];
            piece = 1;
        }
        strides = View.NullIfRowMajor(to, made);
        return true;
    }
}
