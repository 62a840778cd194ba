namespace Backprop;

/// <summary>The arithmetic that the matrix product is written in, once for each width and float type.</summary>
/// <typeparam name="V">A vector.</typeparam>
internal unsafe interface ILanes<V> where V : struct
{
    /// <summary>How many numbers a vector holds.</summary>
    static abstract int Count { get; }

    static abstract V Load<T>(T* p) where T : unmanaged;

    static abstract void Store<T>(V a, T* p) where T : unmanaged;

    /// <summary>One number in each lane.</summary>
    static abstract V Splat<T>(T* p) where T : unmanaged;

    static abstract V Add(V a, V b);

    /// <summary>a · b + c, rounded once.</summary>
    static abstract V Fma(V a, V b, V c);
}
