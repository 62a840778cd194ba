using System.Reflection;
using Backprop.Display;

namespace Backprop.Checks;

/// <summary>Fits the learner's function to the type that an exercise calls, or says what is different.</summary>
internal static class AnswerShape
{
    /// <summary>The attempt as the type that the exercise calls; null if its parameters or its result differ.</summary>
    public static Delegate? Fit(Delegate attempt, Type type) =>
        type.IsInstanceOfType(attempt)
            ? attempt
            : Delegate.CreateDelegate(type, attempt.Target, attempt.Method, throwOnBindFailure: false);

    /// <summary>What the exercise asks for and what the attempt is, in C#.</summary>
    public static string Difference(Delegate attempt, Exercise exercise)
    {
        MethodInfo method = attempt.GetType().GetMethod("Invoke")!;
        IEnumerable<string> types = method.GetParameters().Select(parameter => TypeNames.Of(parameter.ParameterType));
        return $"this exercise asks for `{exercise.Signature}`; yours is `{TypeNames.Of(method.ReturnType)} "
            + $"{NameOf(attempt)}({string.Join(", ", types)})`. Make the first line of your function match.";
    }

    // Lambdas have names that no C# source can contain, such as <M>b__0.
    private static string NameOf(Delegate attempt) =>
        attempt.Method.Name.Contains('<', StringComparison.Ordinal) ? "" : attempt.Method.Name;
}
