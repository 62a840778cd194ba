using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Backprop.Display;

/// <summary>
/// What a session puts into the code of cells, so that any of it can be interrupted and no recursion fills the stack.
/// People call <see cref="RunningCell"/>.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class CellGuard
{
    // Optimized from the first call on, and so also where the code of the cell is not yet.
    private const MethodImplOptions Quick =
        MethodImplOptions.AggressiveInlining | MethodImplOptions.AggressiveOptimization;

    private const int StepDown = 16 << 10;
    private const int RoomForAsync = 1 << 20;

    /// <summary>How many interrupted runs may have code that still runs; as good as always none.</summary>
    internal static volatile int Interrupted;

    // The complement of the lowest address to which this thread's stack is known to reach: 0 stands for "not known".
    [ThreadStatic]
    private static nuint knownStack;

    // The same for functions with `async`: to which depth they may go.
    [ThreadStatic]
    private static nuint asyncStack;

    /// <summary>First in loops, and in functions that call nothing.</summary>
    [MethodImpl(Quick)]
    public static void Check()
    {
        if (Interrupted != 0)
            CellRun.ObeyUnlessExempt();
    }

    /// <summary>First in functions that call others, and so perhaps themselves.</summary>
    /// <exception cref="InsufficientExecutionStackException">The stack is nearly full.</exception>
    [MethodImpl(Quick)]
    public static void Enter()
    {
        if (Interrupted != 0)
            CellRun.ObeyUnlessExempt();
        Unsafe.SkipInit(out byte here);
        nuint address = (nuint)Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref here);
        if (address < ~knownStack)
            Deeper(address);
    }

    /// <summary>First in functions with <c>async</c>.</summary>
    /// <remarks>
    /// Each of them catches an exception and throws it again, which takes the longer the deeper they are: minutes from
    /// the end of the stack.
    /// </remarks>
    /// <exception cref="InsufficientExecutionStackException">The stack is nearly full.</exception>
    public static void EnterAsync()
    {
        Enter();
        Unsafe.SkipInit(out byte here);
        nuint address = (nuint)Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref here);
        if (asyncStack == 0)
            asyncStack = ~(address - RoomForAsync);
        if (address < ~asyncStack)
            throw new InsufficientExecutionStackException();
    }

    /// <summary>First in <c>catch</c> blocks: an interrupt is not for the cell to handle.</summary>
    public static void Caught()
    {
        if (Interrupted != 0)
            CellRun.Obey();
    }

    /// <summary>Around the expressions of a query.</summary>
    public static T Checked<T>(T value)
        where T : allows ref struct
    {
        Check();
        return value;
    }

    /// <summary>Around what is awaited: the wait ends when the cell is interrupted.</summary>
    public static Task Await(Task task) => task.IsCompleted ? task : task.WaitAsync(CellRun.BreakWait);

    /// <inheritdoc cref="Await(Task)"/>
    public static Task<T> Await<T>(Task<T> task) => task.IsCompleted ? task : task.WaitAsync(CellRun.BreakWait);

    /// <inheritdoc cref="Await(Task)"/>
    public static ValueTask Await(ValueTask task) => task.IsCompleted ? task : new(Await(task.AsTask()));

    /// <inheritdoc cref="Await(Task)"/>
    public static ValueTask<T> Await<T>(ValueTask<T> task) => task.IsCompleted ? task : new(Await(task.AsTask()));

    /// <summary>Whatever else can be awaited stays as it is.</summary>
    public static T Await<T>(T awaitable)
        where T : allows ref struct => awaitable;

    // The system is asked once for a stretch of the stack, and not at each call.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Deeper(nuint address)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        knownStack = ~(address - StepDown);
    }
}
