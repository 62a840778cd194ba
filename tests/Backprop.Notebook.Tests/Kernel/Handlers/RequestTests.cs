using Backprop.Display;
using Backprop.Kernel;

namespace Backprop.Tests.Kernel.Handlers;

public sealed class RequestTests : IAsyncLifetime
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
    public async Task The_kernel_says_who_it_is_on_shell_and_control()
    {
        foreach (ClientSocket socket in new[] { client.Shell, client.Control })
        {
            (Answer reply, List<Answer> told) = await client.AskAsync("kernel_info_request", "{}", socket);
            Assert.Empty(told);
            Assert.Equal(("kernel_info_reply", "ok", "5.4"), (reply.Type, reply.Text("status"), reply.Text("protocol_version")));
            Assert.Equal("C#", reply["language_info"].GetProperty("name").GetString());
            Assert.Equal(".cs", reply["language_info"].GetProperty("file_extension").GetString());
        }
    }

    [Fact]
    public async Task Control_is_answered_while_a_cell_runs()
    {
        string id = client.Send(client.Shell, "execute_request", """{"code":"wait"}""");
        (Answer reply, _) = await client.AskAsync("kernel_info_request", "{}", client.Control);
        Assert.Equal("ok", reply.Text("status"));
        kernel.Session.GoOn();
        await client.NextAsync(client.Shell);
    }

    [Fact]
    public async Task Questions_about_C_sharp_reach_the_session_with_the_cursor_in_code_points()
    {
        await client.RunAsync("value 1");
        (Answer completion, _) = await client.AskAsync("complete_request", new { code = "🙂🙂Wr", cursor_pos = 4 });
        Assert.Equal(("[\"Write\"]", "2", "4"),
            (completion.Text("matches"), completion.Text("cursor_start"), completion.Text("cursor_end")));
        Assert.Contains("\"type\":\"function\"", completion.Text("metadata"));

        (Answer help, _) = await client.AskAsync("inspect_request", new { code = "x", cursor_pos = 1, detail_level = 1 });
        Assert.Equal(("True", """{"text/plain":"source"}"""), (help.Text("found"), help.Text("data")));
        (Answer none, _) = await client.AskAsync("inspect_request", new { code = "x", cursor_pos = 0 });
        Assert.Equal(("False", "{}", "ok"), (none.Text("found"), none.Text("data"), none.Text("status")));

        (Answer whole, _) = await client.AskAsync("is_complete_request", new { code = "" });
        Assert.Equal("""{"status":"complete"}""", whole.Content.ToString());
        (Answer part, _) = await client.AskAsync("is_complete_request", new { code = "{" });
        Assert.Equal("""{"status":"incomplete","indent":"    "}""", part.Content.ToString());
    }

    [Fact]
    public async Task A_comm_that_nobody_here_knows_is_closed()
    {
        string id = client.Send(client.Shell, "comm_open", """{"comm_id":"7","target_name":"widget","data":{"a":1}}""");
        Answer close = Assert.Single(await client.UntilIdleAsync(id));
        Assert.Equal(("comm_close", "7"), (close.Type, close.Text("comm_id")));
        await client.UntilIdleAsync(client.Send(client.Shell, "comm_msg", """{"comm_id":"7","data":{}}"""));
        await client.UntilIdleAsync(client.Send(client.Shell, "comm_close", """{"comm_id":"7"}"""));
        (Answer info, _) = await client.AskAsync("comm_info_request", "{}");
        Assert.Equal("""{"comms":{},"status":"ok"}""", info.Content.ToString());
    }

    [Fact]
    public async Task A_comm_reaches_the_session_and_the_session_the_page()
    {
        Assert.Empty(await client.UntilIdleAsync(
            client.Send(client.Shell, "comm_open", """{"comm_id":"8","target_name":"echo","data":{}}""")));
        (Answer info, _) = await client.AskAsync("comm_info_request", "{}");
        Assert.Equal("""{"comms":{"8":{"target_name":"echo"}},"status":"ok"}""", info.Content.ToString());
        (info, _) = await client.AskAsync("comm_info_request", """{"target_name":"other"}""");
        Assert.Equal("""{"comms":{},"status":"ok"}""", info.Content.ToString());
        Answer echo = Assert.Single(await client.UntilIdleAsync(
            client.Send(client.Shell, "comm_msg", """{"comm_id":"8","data":{"n":[1,null]}}""")));
        Assert.Equal(("comm_msg", """{"n":[1,null]}"""), (echo.Type, echo.Content.GetProperty("data").ToString()));
        Assert.Empty(await client.UntilIdleAsync(client.Send(client.Shell, "comm_close", """{"comm_id":"8"}""")));
        (info, _) = await client.AskAsync("comm_info_request", "{}");
        Assert.Equal("""{"comms":{},"status":"ok"}""", info.Content.ToString());
    }

    [Fact]
    public async Task A_session_that_ends_closes_its_comms()
    {
        await client.UntilIdleAsync(
            client.Send(client.Shell, "comm_open", """{"comm_id":"9","target_name":"echo","data":{}}"""));
        string id = client.Send(client.Shell, "execute_request", """{"code":"die"}""");
        Assert.Contains(await client.UntilIdleAsync(id), m => m.Type == "comm_close" && m.Text("comm_id") == "9");
    }

    [Fact]
    public async Task There_is_no_debugger_and_it_says_so()
    {
        (Answer reply, _) = await client.AskAsync("debug_request", """{"type":"request","command":"attach","seq":4}""", client.Control);
        Assert.Equal(("debug_reply", "False", "attach", "4"),
            (reply.Type, reply.Text("success"), reply.Text("command"), reply.Text("request_seq")));
    }

    [Fact]
    public async Task The_ports_are_told()
    {
        (Answer reply, _) = await client.AskAsync("connect_request", "{}");
        Assert.Equal("""{"shell_port":1,"iopub_port":4,"stdin_port":3,"hb_port":5,"control_port":2,"status":"ok"}""", reply.Content.ToString());
    }

    [Theory]
    [InlineData("execute_request", "{}", "BadRequest")]
    [InlineData("execute_request", """{"code":7}""", "BadRequest")]
    [InlineData("execute_request", """{"code":null}""", "BadRequest")]
    [InlineData("execute_request", "[", "BadRequest")]
    [InlineData("execute_request", "", "BadRequest")]
    [InlineData("history_request", """{"hist_access_type":"tail","n":"many"}""", "BadRequest")]
    [InlineData("complete_request", """{"code":"x"}""", "BadRequest")]
    [InlineData("brew_coffee_request", "{}", "NotSupported")]
    [InlineData("execute_request", """{"code":"no such command"}""", "InvalidOperationException")]
    public async Task What_cannot_be_answered_gets_an_error_and_the_kernel_goes_on(string type, string content, string name)
    {
        (Answer reply, _) = await client.AskAsync(type, content);
        Assert.Equal((type.Replace("_request", "_reply"), "error", name), (reply.Type, reply.Text("status"), reply.Text("ename")));
        Assert.Equal("ok", (await client.RunAsync("value 1")).Reply.Text("status"));
    }

    [Fact]
    public async Task What_is_not_signed_or_comes_twice_is_dropped()
    {
        var stranger = new WireFormat(new Signer("guessed"));
        client.Shell.Send(stranger.Write([], "execute_request", default, """{"code":"print stolen"}"""u8.ToArray()));
        var known = new WireFormat(new Signer(kernel.File.Key));
        ZmtpMessage recorded = known.Write([], "execute_request", default, """{"code":"value 1"}"""u8.ToArray());
        client.Shell.Send(recorded);
        client.Shell.Send(recorded);
        client.Shell.Send(new ZmtpMessage("nonsense"u8.ToArray()));
        await client.NextAsync(client.Shell);
        await client.RunAsync("value 2");
        Assert.Equal(["value 1", "value 2"], kernel.Session.Cells.Select(c => c.Code));
        Assert.Equal(3, kernel.Log.Count(line => line.Contains("dropped")));
    }

    [Fact]
    public async Task Two_clients_see_what_both_do_and_get_their_own_replies()
    {
        await using KernelClient other = await kernel.ConnectAsync();
        string id = client.Send(client.Shell, "execute_request", """{"code":"value 1"}""");
        Assert.Equal(["execute_input", "execute_result"], (await other.UntilIdleAsync(id)).Select(m => m.Type));
        (Answer reply, _) = await other.RunAsync("value 2");
        Assert.Equal(2, reply["execution_count"].GetInt32());
        Assert.Equal(id, (await client.NextAsync(client.Shell)).Parent);
    }

    [Fact]
    public async Task A_client_that_comes_back_under_its_name_gets_the_replies()
    {
        await using var again = await KernelClient.ConnectAsync(kernel.File, "client-1");
        (Answer reply, _) = await again.RunAsync("value 1");
        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal("ok", (await client.RunAsync("value 2")).Reply.Text("status"));
    }

    [Fact]
    public async Task Clients_that_leave_in_the_middle_of_output_disturb_nobody()
    {
        await client.RunAsync("value 1");
        Action<Output> listener = kernel.Session.Listener!;
        string text = new('x', 100_000);
        for (int i = 0; i < 20; i++)
        {
            KernelClient leaving = await kernel.ConnectAsync();
            for (int j = 0; j < 5; j++)
                listener(new StreamOutput(text, IsError: false));
            await leaving.DisposeAsync();
        }
        (Answer reply, _) = await client.RunAsync("value 2");
        Assert.Equal("ok", reply.Text("status"));
        Assert.Equal(0, kernel.Dropped);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_shutdown_is_answered_told_to_all_and_ends_the_kernel(bool restart)
    {
        await using KernelClient other = await kernel.ConnectAsync();
        await client.RunAsync("value 1");
        client.Send(client.Shell, "execute_request", """{"code":"wait"}""");
        string id = client.Send(client.Control, "shutdown_request", $$"""{"restart":{{(restart ? "true" : "false")}}}""");
        Answer reply = await client.NextAsync(client.Control);
        Assert.Equal(("shutdown_reply", restart), (reply.Type, reply["restart"].GetBoolean()));
        Assert.Equal(["shutdown_reply"], (await other.UntilIdleAsync(id)).Select(m => m.Type));
        await kernel.Serving.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.True(kernel.Session.IsDisposed);
    }

    [Fact]
    public async Task Mime_types_and_text_of_every_language_survive()
    {
        string text = "é日🙂\0\u001b[31m \"quoted\" </script>";
        (_, List<Answer> told) = await client.RunAsync("print " + text);
        Assert.Equal(text, told[^1].Text("text"));
        Assert.Equal("print " + text, told[0].Text("code"));
    }
}
