using System.Reflection;
using System.Reflection.Emit;

namespace Backprop;

/// <summary>The few instructions and forms of control that emitted loops are made of.</summary>
internal sealed class LoopWriter
{
    private readonly DynamicMethod method;
    private readonly ILGenerator il;

    internal LoopWriter()
    {
        var owner = typeof(LoopWriter).Module;
        method = new DynamicMethod("loop", typeof(void), [typeof(nint*)], owner, skipVisibility: true);
        il = method.GetILGenerator(2048);
    }

    internal LocalBuilder Local(Type type) => il.DeclareLocal(type);

    internal LocalBuilder Word() => il.DeclareLocal(typeof(nint));

    internal void Get(LocalBuilder local) => il.Emit(OpCodes.Ldloc, local);

    internal void Set(LocalBuilder local) => il.Emit(OpCodes.Stloc, local);

    internal void Call(MethodInfo callee) => il.Emit(OpCodes.Call, callee);

    internal void Add() => il.Emit(OpCodes.Add);

    internal void Subtract() => il.Emit(OpCodes.Sub);

    internal void Multiply() => il.Emit(OpCodes.Mul);

    /// <summary>A whole number as large as an address.</summary>
    internal void Word(nint value)
    {
        il.Emit(OpCodes.Ldc_I8, (long)value);
        il.Emit(OpCodes.Conv_I);
    }

    internal void Int(int value) => il.Emit(OpCodes.Ldc_I4, value);

    internal void Number(double value, Type type)
    {
        if (type == typeof(float))
            il.Emit(OpCodes.Ldc_R4, (float)value);
        else
            il.Emit(OpCodes.Ldc_R8, value);
    }

    /// <summary>The word on the stack as a float or double.</summary>
    internal void ToNumber(Type type) => il.Emit(type == typeof(float) ? OpCodes.Conv_R4 : OpCodes.Conv_R8);

    /// <summary>What lies at the address on the stack.</summary>
    internal void Read(Type type) => il.Emit(OpCodes.Ldobj, type);

    /// <summary>Puts the value on the stack to the address below it.</summary>
    internal void Write(Type type) => il.Emit(OpCodes.Stobj, type);

    /// <summary>A word of the argument block.</summary>
    internal void Argument(int index)
    {
        il.Emit(OpCodes.Ldarg_0);
        Word(index * nint.Size);
        il.Emit(OpCodes.Add);
        il.Emit(OpCodes.Ldind_I);
    }

    /// <summary>local += what <paramref name="amount"/> puts on the stack.</summary>
    internal void Increase(LocalBuilder local, Action amount)
    {
        Get(local);
        amount();
        Add();
        Set(local);
    }

    /// <summary>while (local &lt; limit − (step − 1)) { body; local += step; }</summary>
    internal void While(LocalBuilder local, LocalBuilder limit, nint step, Action body)
    {
        Label top = il.DefineLabel(), test = il.DefineLabel();
        il.Emit(OpCodes.Br, test);
        il.MarkLabel(top);
        body();
        Increase(local, () => Word(step));
        il.MarkLabel(test);
        Get(local);
        Get(limit);
        Word(step - 1);
        Subtract();
        il.Emit(OpCodes.Blt, top);
    }

    /// <summary>if (a &lt; b) body</summary>
    internal void IfLess(LocalBuilder a, LocalBuilder b, Action body)
    {
        var end = il.DefineLabel();
        Get(a);
        Get(b);
        il.Emit(OpCodes.Bge, end);
        body();
        il.MarkLabel(end);
    }

    internal Loop Finish()
    {
        il.Emit(OpCodes.Ret);
        return method.CreateDelegate<Loop>();
    }
}
