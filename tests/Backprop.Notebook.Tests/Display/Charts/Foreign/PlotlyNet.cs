using System.Reflection;
using System.Reflection.Emit;
using System.Text.Json;

// Stands in for the package Plotly.NET, in the shape that it has from version 5 on.
namespace Plotly.NET
{
    public abstract record GenericChart(string Json)
    {
        public static string toJson(GenericChart chart) => chart.Json;

        public sealed record Chart(string Json) : GenericChart(Json);
    }
}

namespace Backprop.Tests.Display
{
    /// <summary>Charts of Plotly.NET in both shapes, with a figure of the test's.</summary>
    internal static class PlotlyNet
    {
        public static object FromVersion5(string figure) => new Plotly.NET.GenericChart.Chart(figure);

        /// <summary>
        /// Before version 5 a module holds a class of its own name, which C# cannot write: Plotly.NET.GenericChart +
        /// GenericChart + Chart, with the functions on the module.
        /// </summary>
        public static object BeforeVersion5(string figure)
        {
            var assembly = AssemblyBuilder.DefineDynamicAssembly(new AssemblyName("Plotly.NET.4"), AssemblyBuilderAccess.Run);
            TypeBuilder module = assembly.DefineDynamicModule("m").DefineType(
                "Plotly.NET.GenericChart", TypeAttributes.Public | TypeAttributes.Abstract | TypeAttributes.Sealed);
            TypeBuilder union = module.DefineNestedType("GenericChart", TypeAttributes.NestedPublic);
            ConstructorBuilder empty = union.DefineDefaultConstructor(MethodAttributes.Public);
            TypeBuilder chart = union.DefineNestedType("Chart", TypeAttributes.NestedPublic, union);
            ILGenerator construct = chart
                .DefineConstructor(MethodAttributes.Public, CallingConventions.Standard, Type.EmptyTypes)
                .GetILGenerator();
            construct.Emit(OpCodes.Ldarg_0);
            construct.Emit(OpCodes.Call, empty);
            construct.Emit(OpCodes.Ret);
            ILGenerator toJson = module
                .DefineMethod("toJson", MethodAttributes.Public | MethodAttributes.Static, typeof(string), [union])
                .GetILGenerator();
            toJson.Emit(OpCodes.Ldstr, figure);
            toJson.Emit(OpCodes.Ret);
            module.CreateType();
            union.CreateType();
            return Activator.CreateInstance(chart.CreateType())!;
        }

        /// <summary>A figure with these traces.</summary>
        public static string Figure(object[] traces, object? layout = null) =>
            JsonSerializer.Serialize(new { data = traces, layout = layout ?? new { }, config = new { responsive = true } });
    }
}
