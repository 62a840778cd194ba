namespace Backprop;

/// <summary>A list that needs no array of its own while it has three items or fewer, as nearly all ops do.</summary>
internal struct Few<T>
{
    private T first, second, third;
    private T[]? rest;

    internal Few(int count)
    {
        first = second = third = default!;
        rest = count > 3 ? new T[count - 3] : null;
    }

    internal T this[int index]
    {
        readonly get => index switch
        {
            0 => first,
            1 => second,
            2 => third,
            _ => rest![index - 3],
        };
        set
        {
            if (index == 0)
                first = value;
            else if (index == 1)
                second = value;
            else if (index == 2)
                third = value;
            else
                rest![index - 3] = value;
        }
    }
}
