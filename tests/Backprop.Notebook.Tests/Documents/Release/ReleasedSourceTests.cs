using Backprop.Documents;

namespace Backprop.Tests.Documents.Release;

public class ReleasedSourceTests
{
    [Fact]
    public void A_solution_becomes_a_line_that_throws_at_its_own_indentation() =>
        Assert.Equal(
            "int F()\n{\n    // YOUR CODE HERE\n    throw new NotImplementedException();\n}",
            ReleasedSource.Of("int F()\n{\n    // BEGIN SOLUTION\n    return 1;\n    // END SOLUTION\n}", "x"));

    [Fact]
    public void Hidden_tests_and_marking_notes_leave_nothing() =>
        Assert.Equal(
            "a\nb\nc",
            ReleasedSource.Of("a\n// BEGIN HIDDEN TESTS\nsecret\n// END HIDDEN TESTS\nb\n### BEGIN MARK SCHEME\nnotes\n### END MARK SCHEME\nc", "x"));

    [Fact]
    public void Several_solutions_of_a_cell_are_each_replaced()
    {
        string released = ReleasedSource.Of("// BEGIN SOLUTION\n1\n// END SOLUTION\n// BEGIN SOLUTION\n2\n// END SOLUTION", "x");
        Assert.Equal(2, released.Split("throw new NotImplementedException();").Length - 1);
    }

    [Fact]
    public void Other_text_is_kept_to_the_letter() => Assert.Equal("var x = 1;\r\n\n  // done", ReleasedSource.Of("var x = 1;\r\n\n  // done", "x"));

    [Theory]
    [InlineData("// BEGIN SOLUTION\n1", "never closed")]
    [InlineData("// END SOLUTION", "without BEGIN SOLUTION")]
    [InlineData("// BEGIN SOLUTION\n// BEGIN HIDDEN TESTS\n", "stands within BEGIN SOLUTION")]
    [InlineData("// BEGIN SOLUTION\n// END HIDDEN TESTS\n", "END HIDDEN TESTS without")]
    public void A_region_that_does_not_close_is_an_error(string source, string message)
    {
        DocumentException error = Assert.Throws<DocumentException>(() => ReleasedSource.Of(source, "05.ipynb, cell a"));
        Assert.StartsWith("05.ipynb, cell a: ", error.Message);
        Assert.Contains(message, error.Message);
    }
}
