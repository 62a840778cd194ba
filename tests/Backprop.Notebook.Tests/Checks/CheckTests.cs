using Backprop.Checks;

namespace Backprop.Tests.Checks;

/// <summary>The engine: parts that wait, points, guards against whatever a learner's function does.</summary>
[Collection("checks")]
public class CheckTests
{
    private const string Id = "T99.a";

    public CheckTests()
    {
        Check.Register(new TwiceLesson());
    }

    private sealed class TwiceLesson : Lesson
    {
        public override IReadOnlyList<Exercise> Exercises =>
        [
            new(Id, "Twice")
            {
                Signature = "double Twice(double x)",
                Parts =
                [
                    new Part<Func<double, double>>("one", 1, (f, _) => f(1) == 2 ? null : $"of 1 you say {f(1)}")
                    {
                        Patience = TimeSpan.FromSeconds(1),
                    },
                    new Part<Func<double, double>>("many", 2, Many, "one"),
                    new Part<Func<double, double>>("zero", 0.5, (f, _) => f(0) == 0 ? null : "of 0 it should be 0"),
                ],
                Hints = ["Where?", "How?"],
            },
        ];

        private static string? Many(Func<double, double> f, Random random)
        {
            int x = random.Next(2, 100);
            return f(x) == 2 * x ? null : $"of {x} it should be {2 * x}";
        }
    }

    [Fact]
    public void A_right_answer_passes_with_one_line_for_each_part()
    {
        Verdict verdict = Check.Run(Id, (double x) => 2 * x);
        Assert.True(verdict.Passed);
        Assert.Equal(
            "PASSED  T99.a: 3.5 of 3.5 points\n  ok       one\n  ok       many\n  ok       zero", verdict.ToString());
        Assert.Equal("3.5", Check.Score(Id));
    }

    [Fact]
    public void A_part_waits_for_the_parts_it_builds_on()
    {
        Verdict verdict = Check.Run(Id, (double x) => 3 * x);
        Assert.Equal(
            "NOT YET T99.a: 0.5 of 3.5 points\n  not yet  one: of 1 you say 3\n"
            + "  waits    many: looked at when \"one\" is right\n  ok       zero",
            verdict.ToString());
        Assert.Equal("0.5", Check.Score(Id));
    }

    [Fact]
    public void An_exception_becomes_the_first_line_of_its_message()
    {
        Verdict verdict = Check.Run(Id, double (double x) => throw new FormatException("not so\nat line 3"));
        Assert.Equal("it threw FormatException: not so", verdict.Parts[0].Message);
        Assert.Equal("the same as \"one\"", verdict.Parts[2].Message);
        Assert.False(verdict.NotStarted);
    }

    [Fact]
    public void An_answer_that_was_not_written_is_not_started_rather_than_wrong()
    {
        Verdict verdict = Check.Run(Id, double (double x) => throw new NotImplementedException());
        Assert.True(verdict.NotStarted);
        Assert.Contains("\n  not started: replace the line `throw new NotImplementedException();`", verdict.ToString());
        Assert.Equal("0", Check.Score(Id));
    }

    [Fact]
    public void An_answer_that_is_half_written_says_which_half()
    {
        Verdict verdict = Check.Run(Id, (double x) => x == 0 ? 0.0 : throw new NotImplementedException());
        Assert.False(verdict.NotStarted);
        Assert.StartsWith("nothing here so far.", verdict.Parts[0].Message);
        Assert.Equal(PartState.Passed, verdict.Parts[2].State);
    }

    [Fact]
    public void An_endless_loop_is_given_up_and_nothing_else_is_tried()
    {
        using var stop = new CancellationTokenSource();
        try
        {
            Verdict verdict = Check.Run(Id, (double x) =>
            {
                while (!stop.IsCancellationRequested)
                    Thread.Sleep(5);
                return x;
            });
            Assert.StartsWith("no answer after 1 seconds. Is there a loop", verdict.Parts[0].Message);
            Assert.Equal("looked at when \"one\" comes to an end", verdict.Parts[1].Message);
            Assert.Equal(PartState.Waiting, verdict.Parts[2].State);
        }
        finally
        {
            stop.Cancel();
        }
    }

    [Fact]
    public void A_function_of_another_shape_is_told_the_right_one()
    {
        Assert.Equal(
            "NOT YET T99.a: 0 of 3.5 points\n  this exercise asks for `double Twice(double x)`; "
            + "yours is `int Doubled(int, double[])`. Make the first line of your function match.",
            Check.Run(Id, Doubled).ToString());
        Verdict list = Check.Run(Id, (double x) => new List<double> { x });
        Assert.Contains("yours is `List<double> (double)`", list.ToString());
    }

    [Fact]
    public void Any_delegate_type_with_the_right_parameters_will_do()
    {
        Converter<double, double> twice = x => 2 * x;
        Assert.True(Check.Run(Id, twice).Passed);
    }

    [Fact]
    public void Hidden_runs_take_points_from_answers_that_know_the_visible_inputs()
    {
        int known = new Random(1).Next(2, 100);
        double Cheat(double x) => x <= 1 || x == known ? 2 * x : 0;
        Assert.True(Check.Run(Id, Cheat).Passed);
        Assert.Equal("3.5", Check.Score(Id));
        Check.Hidden(Id, Cheat, 5, 6, 7);
        Assert.Equal("1.5", Check.Score(Id));
    }

    [Fact]
    public void Hidden_runs_cannot_add_points_and_a_new_visible_run_starts_afresh()
    {
        Check.Run(Id, (double x) => 3 * x);
        Check.Hidden(Id, (double x) => 2 * x, 5);
        Assert.Equal("0.5", Check.Score(Id));
        Check.Run(Id, (double x) => 2 * x);
        Assert.Equal("3.5", Check.Score(Id));
    }

    [Fact]
    public void The_score_of_an_exercise_that_nobody_checked_is_zero()
    {
        Assert.Equal("0", new ScoreSheet().Points(Id));
    }

    [Fact]
    public void An_unknown_exercise_lists_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Check.Run("L99.x", (double x) => x));
        Assert.StartsWith("No exercise is called L99.x. There are exercises of L01", error.Message);
        Assert.EndsWith(", T99.", error.Message);
        error = Assert.Throws<ArgumentException>(() => Check.Run("L08.x", (double x) => x));
        Assert.Equal("No exercise is called L08.x. There are L08.a, L08.b, L08.c, L08.d.", error.Message);
    }

    [Fact]
    public void Hints_come_one_at_a_time()
    {
        string first = Check.Hint(Id);
        string second = Check.Hint(Id);
        string[] both = ["Hint 1 of 2 for T99.a: Where?", "Hint 2 of 2 for T99.a: How?"];
        Assert.Equal(both, new[] { first, second }.Order());
        Assert.Equal(first, Check.Hint(Id));
    }

    [Fact]
    public void Attempts_are_counted()
    {
        int before = Check.Run(Id, (double x) => x).Attempt;
        Assert.Equal(before + 1, Check.Run(Id, (double x) => x).Attempt);
    }

    [Fact]
    public void Every_lesson_is_well_formed_and_only_plain_data_crosses_the_border()
    {
        foreach (Exercise exercise in Catalog.All)
        {
            Assert.Equal(exercise.Parts.Count, exercise.Parts.Select(part => part.Name).Distinct().Count());
            for (int i = 0; i < exercise.Parts.Count; i++)
            {
                IEnumerable<string> before = exercise.Parts.Take(i).Select(part => part.Name);
                Assert.Empty(exercise.Parts[i].Needs.Except(before));
            }
            Assert.All(exercise.Parts, part => Assert.Same(exercise.Parts[0].AnswerType, part.AnswerType));
            var invoke = exercise.Parts[0].AnswerType.GetMethod("Invoke")!;
            Assert.All(
                invoke.GetParameters().Select(parameter => parameter.ParameterType).Append(invoke.ReturnType),
                type => Assert.True(IsPlain(type), $"{exercise.Id} passes {type}"));
        }
        Exercise[] ofLessons = [.. Catalog.All.Where(e => e.Id.StartsWith('L'))];
        Assert.All(ofLessons, exercise => Assert.Equal(3, exercise.Hints.Distinct().Count()));
        Assert.All(ofLessons, exercise => Assert.InRange(exercise.Parts.Count, 2, 6));
    }

    private static int Doubled(int x, double[] y) => 2 * x;

    /// <summary>Numbers, texts, arrays, read-only lists, tuples, and our records of those.</summary>
    private static bool IsPlain(Type type)
    {
        if (type.IsPrimitive || type == typeof(string))
            return true;
        if (type.IsArray)
            return IsPlain(type.GetElementType()!);
        if (type.IsGenericType && (type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
            || type.IsAssignableTo(typeof(System.Runtime.CompilerServices.ITuple))))
        {
            return type.GetGenericArguments().All(IsPlain);
        }
        return type.Assembly == typeof(Check).Assembly
            && type.IsSealed
            && type.GetProperties().All(property => IsPlain(property.PropertyType));
    }
}
