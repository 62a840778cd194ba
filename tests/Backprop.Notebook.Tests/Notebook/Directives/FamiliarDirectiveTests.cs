using Backprop.Display;
using Backprop.Tests.Scripting;

namespace Backprop.Tests.Notebook;

public sealed class FamiliarDirectiveTests
{
    [Fact]
    public async Task Set_takes_variables_numbers_and_texts()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("var y = new List<int> { 3 };");
        Assert.Equal("True", await session.Value("#!set --name x --value @csharp:y\nobject.ReferenceEquals(x, y)"));
        Assert.Equal("5", await session.Value("#!set --name n --value 4\nn + 1"));
        Assert.Equal("1.5", await session.Value("#!set --name d --value 0.5\nd + 1"));
        Assert.Equal("7", await session.Value("#!set --name s --value \"a text\"\ns.Length + 1"));
        Assert.StartsWith("--value: there is no variable z.", (await session.Error("#!set --name x --value @csharp:z")).Message);
        Assert.StartsWith("--value: fsharp does not run here", (await session.Error("#!set --name x --value @fsharp:z")).Message);
    }

    [Fact]
    public async Task A_variable_of_a_learners_own_type_keeps_its_type()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("class Box { public int N = 5; }\nvar box = new Box();\nvar many = new Dictionary<string, Box[]>();");
        Assert.Equal("5", await session.Value("#!set --name other --value @box\nother.N"));
        Assert.Equal("0", await session.Value("#!share many --from csharp --as all\nall.Count"));
    }

    [Fact]
    public async Task A_new_value_of_another_type_makes_a_new_variable()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("#!set --name x --value 1");
        Assert.Equal("2", await session.Value("#!set --name x --value 2\nx"));
        Assert.Equal("aa", await session.Value("#!set --name x --value a\nx + x"));
    }

    [Theory]
    [InlineData("#!set --name class --value 1", "class is no name for a variable. Take letters, digits and _.")]
    [InlineData("#!set --name x", "#!set needs --value: #!set --name NAME --value VALUE")]
    [InlineData("#!share x --from pwsh", "name: pwsh does not run here")]
    [InlineData("#!set --name x --value @input", "--value: nobody can be asked here. Give the value itself.")]
    public async Task Wrong_use_is_named(string line, string message)
    {
        await using NotebookSession session = DirectiveSession.Start();
        Assert.StartsWith(message, (await session.Error(line)).Message);
    }

    [Fact]
    public async Task Scripts_and_diagrams_keep_their_source_beside_them()
    {
        await using NotebookSession session = DirectiveSession.Start();
        await session.Value("#!mermaid\ngraph LR\n  x --> y\n#!javascript\nelement.append('<b>');\n");
        var shown = session.Outputs.OfType<DisplayOutput>().Select(o => o.Data.Formats).ToList();
        Assert.Equal("graph LR\n  x --> y", shown[0]["text/vnd.mermaid"]);
        Assert.Equal("graph LR\n  x --> y", shown[0][MimeBundle.Text]);
        Assert.DoesNotContain(MimeBundle.Html, shown[0].Keys);
        Assert.Equal("element.append('<b>');", shown[1]["application/javascript"]);
    }
}
