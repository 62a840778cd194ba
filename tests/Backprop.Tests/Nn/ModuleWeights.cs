using System.Collections;
using System.Reflection;

namespace Backprop.Tests;

/// <summary>Other tensors in the place of a module's parameters: for layers in float64, and for nudging weights.</summary>
internal static class ModuleWeights
{
    private const BindingFlags Own =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Puts a tensor in the place of each parameter.</summary>
    public static T With<T>(this T module, Func<string, Tensor, Tensor> choose)
        where T : Module
    {
        Replace(module, module.NamedParameters.ToDictionary(p => p.Value, p => choose(p.Name, p.Value)));
        return module;
    }

    /// <summary>The same numbers as float64.</summary>
    public static T InFloat64<T>(this T module)
        where T : Module => module.With((_, w) => w.Detach().To(DType.Float64).RequireGrad());

    /// <summary>Nudges the inputs and every parameter of a module, in float64.</summary>
    public static GradCheckResult CheckGradients<T>(this T module, Func<Tensor[], Tensor> function, params Tensor[] inputs)
        where T : Module
    {
        Tensor[] held = [.. module.InFloat64().Parameters];
        return GradCheck.OfAll(
            given =>
            {
                Tensor[] weights = given[inputs.Length..];
                Replace(module, held.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second));
                held = weights;
                return function(given[..inputs.Length]);
            },
            [.. inputs, .. held]);
    }

    private static void Replace(Module module, Dictionary<Tensor, Tensor> others)
    {
        foreach (var (_, child) in module.Children)
            Replace(child, others);
        for (Type level = module.GetType(); level != typeof(Module); level = level.BaseType!)
        {
            foreach (FieldInfo field in level.GetFields(Own))
            {
                object? value = field.GetValue(module);
                if (value is Tensor tensor && others.TryGetValue(tensor, out Tensor? other))
                    field.SetValue(module, other);
                if (value is IDictionary named)
                    Replace(named, others);
            }
        }
    }

    private static void Replace(IDictionary named, Dictionary<Tensor, Tensor> others)
    {
        foreach (object key in named.Keys.Cast<object>().ToList())
        {
            if (named[key] is Tensor tensor && others.TryGetValue(tensor, out Tensor? other))
                named[key] = other;
        }
    }
}
