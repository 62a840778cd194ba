using System.Text.Json;
using Backprop.Display;

namespace Backprop.Tests.Kernel.Handlers;

public sealed class ExecuteTests : IAsyncLifetime
{
    private readonly TestKernel kernel = new();
    private KernelClient client = null!;

    public async Task InitializeAsync() => client = await kernel.ConnectAsync();

    public async Task DisposeAsync()
    {
        await client.DisposeAsync();
        await kernel.DisposeAsync();
    }

    [Fact]
    public async Task A_cell_is_counted_echoed_and_its_value_shown()
    {
        (Answer first, _) = await client.RunAsync("value a");
        (Answer reply, List<Answer> told) = await client.RunAsync("value b");
        Assert.Equal((1, 2), (first["execution_count"].GetInt32(), reply["execution_count"].GetInt32()));
        Assert.Equal(("execute_reply", "ok", "[]", "{}"),
            (reply.Type, reply.Text("status"), reply.Text("payload"), reply.Text("user_expressions")));
        Assert.Equal(["execute_input", "execute_result"], told.Select(m => m.Type));
        Assert.Equal(("value b", "2"), (told[0].Text("code"), told[0].Text("execution_count")));
        Assert.Equal("""{"text/plain":"b"}""", told[1].Text("data"));
        Assert.Equal(["cell 1", "cell 2"], kernel.Session.Cells.Select(c => c.Name));
    }

    [Fact]
    public async Task Everything_that_a_cell_shows_becomes_its_own_kind_of_message()
    {
        (_, List<Answer> told) = await client.RunAsync("show");
        Assert.Equal(["execute_input", "display_data", "update_display_data", "clear_output", "stream"], told.Select(m => m.Type));
        Assert.Equal("""{"text/html":"<b>1</b>","application/json":[1]}""", told[1].Text("data"));
        Assert.Equal("""{"alt":"é"}""", told[1].Text("metadata"));
        Assert.Equal("""{"display_id":"id"}""", told[1].Text("transient"));
        Assert.Equal("""{"display_id":"id"}""", told[2].Text("transient"));
        Assert.True(told[3]["wait"].GetBoolean());
        Assert.Equal(("stderr", "oops"), (told[4].Text("name"), told[4].Text("text")));
    }

    [Fact]
    public async Task A_cell_that_fails_shows_exactly_one_error_in_colour()
    {
        (Answer reply, List<Answer> told) = await client.RunAsync("fail");
        Assert.Equal(["execute_input", "error"], told.Select(m => m.Type));
        foreach (Answer error in new[] { reply, told[1] })
        {
            Assert.Equal(("SomeException", "message"), (error.Text("ename"), error.Text("evalue")));
            Assert.Equal(
                ["\e[1;31mSomeException\e[0m: message", "\e[36m  cell 1, line 1\e[0m", "    x", "\e[31m    ^\e[0m"],
                error["traceback"].EnumerateArray().Select(line => line.GetString()));
        }
        Assert.Equal("error", reply.Text("status"));
    }

    [Fact]
    public async Task A_silent_cell_is_not_seen_counted_or_remembered()
    {
        await client.RunAsync("value 1");
        (Answer reply, List<Answer> told) = await client.AskAsync("execute_request", new { code = "print x", silent = true });
        Assert.Empty(told);
        Assert.Equal(("ok", 1), (reply.Text("status"), reply["execution_count"].GetInt32()));
        (_, told) = await client.AskAsync("execute_request", new { code = "fail", silent = true });
        Assert.Empty(told);
        (_, told) = await client.AskAsync("execute_request", new { code = "value 2", store_history = false });
        Assert.Equal("1", told[1].Text("execution_count"));
        (Answer history, _) = await client.AskAsync("history_request", new { hist_access_type = "tail", n = 9, output = true });
        Assert.Equal("""[[1,1,["value 1","1"]]]""", history.Text("history"));
    }

    [Fact]
    public async Task Expressions_of_the_client_come_with_the_reply()
    {
        (Answer reply, _) = await client.AskAsync("execute_request", new
        {
            code = "value 1",
            user_expressions = new Dictionary<string, string> { ["good"] = "value 7", ["bad"] = "fail" },
        });
        JsonElement values = reply["user_expressions"];
        Assert.Equal("""{"data":{"text/plain":"7"},"metadata":{},"status":"ok"}""", values.GetProperty("good").ToString());
        Assert.Equal("error", values.GetProperty("bad").GetProperty("status").GetString());
        Assert.Equal("SomeException", values.GetProperty("bad").GetProperty("ename").GetString());
    }

    [Theory]
    [InlineData(true, "aborted")]
    [InlineData(false, "ok")]
    public async Task Cells_that_wait_behind_a_failing_one_are_not_run_unless_the_client_wants_it(bool stops, string status)
    {
        string first = client.Send(client.Shell, "execute_request",
            JsonSerializer.Serialize(new { code = "wait TooBad", stop_on_error = stops }));
        string second = client.Send(client.Shell, "execute_request", """{"code":"value 2"}""");
        string third = client.Send(client.Shell, "history_request", """{"hist_access_type":"tail"}""");
        await UntilAsync(() => kernel.Sessions.Count == 1 && kernel.Session.Cells.Count == 1);
        // The kernel takes requests in while a cell runs; there is nothing to see of it from outside.
        await Task.Delay(500);
        kernel.Session.GoOn();
        await client.UntilIdleAsync(first);
        Assert.Equal("error", (await client.NextAsync(client.Shell)).Text("status"));
        Assert.Equal(stops ? [] : ["execute_input", "execute_result"], (await client.UntilIdleAsync(second)).Select(m => m.Type));
        Assert.Equal(status, (await client.NextAsync(client.Shell)).Text("status"));
        await client.UntilIdleAsync(third);
        Assert.Equal("ok", (await client.NextAsync(client.Shell)).Text("status"));
        (Answer later, _) = await client.RunAsync("value 3");
        Assert.Equal("ok", later.Text("status"));
    }

    [Fact]
    public async Task A_cell_asks_the_person_behind_its_own_client()
    {
        await using KernelClient other = await kernel.ConnectAsync();
        string id = client.Send(client.Shell, "execute_request", """{"code":"ask key"}""");
        Answer question = await client.NextAsync(client.Stdin);
        Assert.Equal(("input_request", id, "key", true),
            (question.Type, question.Parent, question.Text("prompt"), question["password"].GetBoolean()));
        client.Send(client.Stdin, "input_reply", """{"no":"value"}""");
        client.Send(client.Stdin, "input_reply", """{"value":"typed"}""");
        List<Answer> told = await client.UntilIdleAsync(id);
        Assert.Equal("""{"text/plain":"typed"}""", told[^1].Text("data"));
        Assert.Equal("ok", (await client.NextAsync(client.Shell)).Text("status"));
    }

    [Fact]
    public async Task A_client_that_has_no_keyboard_is_not_asked()
    {
        (_, List<Answer> told) = await client.AskAsync("execute_request", new { code = "ask name", allow_stdin = false });
        Assert.Equal("""{"text/plain":"nobody"}""", told[^1].Text("data"));
    }

    [Fact]
    public async Task Late_output_belongs_to_the_cell_that_it_comes_from()
    {
        string id = client.Send(client.Shell, "execute_request", """{"code":"value 1"}""");
        await client.UntilIdleAsync(id);
        Action<Output> listener = kernel.Session.Listener!;
        _ = await client.NextAsync(client.Shell);
        await client.RunAsync("value 2");
        listener(new StreamOutput("late", IsError: false));
        Answer late;
        do
            late = await client.NextAsync(client.Iopub);
        while (late.Type != "stream");
        Assert.Equal((id, "late"), (late.Parent, late.Text("text")));
    }

    [Fact]
    public async Task An_interrupt_reaches_the_cell_while_the_shell_is_busy()
    {
        string id = client.Send(client.Shell, "execute_request", """{"code":"wait Interrupted"}""");
        await UntilAsync(() => kernel.Sessions.Count == 1 && kernel.Session.Cells.Count == 1);
        (Answer reply, _) = await client.AskAsync("interrupt_request", "{}", client.Control);
        Assert.Equal(("interrupt_reply", "ok"), (reply.Type, reply.Text("status")));
        Answer result = await client.NextAsync(client.Shell);
        Assert.Equal((id, "Interrupted"), (result.Parent, result.Text("ename")));
    }

    [Fact]
    public async Task A_session_that_died_is_followed_by_another()
    {
        (Answer died, _) = await client.RunAsync("die");
        Assert.Equal("Crash", died.Text("ename"));
        (Answer next, _) = await client.RunAsync("value 1");
        Assert.Equal("ok", next.Text("status"));
        Assert.Equal(2, kernel.Sessions.Count);
        Assert.True(kernel.Sessions.First().IsDisposed);
    }

    private static async Task UntilAsync(Func<bool> condition)
    {
        for (int i = 0; i < 3000 && !condition(); i++)
            await Task.Delay(10);
        Assert.True(condition());
    }
}
