using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Backprop.Kernel;

// What the kernel answers, by message type. Each carries a status, which clients wait for.

/// <summary>Nothing but that all went well.</summary>
internal sealed record OkReply(string Status = "ok");

/// <summary>Any request that was refused or failed.</summary>
internal sealed record ErrorReply(string Ename, string Evalue, IReadOnlyList<string> Traceback, string Status = "error");

/// <summary><c>kernel_info_reply</c>.</summary>
internal sealed record KernelInfoReply(
    string ProtocolVersion,
    string Implementation,
    string ImplementationVersion,
    LanguageInfo LanguageInfo,
    string Banner,
    IReadOnlyList<HelpLink> HelpLinks,
    IReadOnlyList<string> SupportedFeatures,
    bool Debugger = false,
    string Status = "ok");

/// <summary>What front ends colour and save cells by.</summary>
internal sealed record LanguageInfo(
    string Name, string Version, string Mimetype, string FileExtension, string PygmentsLexer, string CodemirrorMode);

/// <summary>An entry of the help menu.</summary>
internal sealed record HelpLink(string Text, string Url);

/// <summary><c>execute_reply</c> of a cell that ran to its end.</summary>
internal sealed record ExecuteReply(
    int ExecutionCount,
    IReadOnlyDictionary<string, object> UserExpressions,
    IReadOnlyList<object> Payload,
    string Status = "ok");

/// <summary>A payload: something to read beside the notebook.</summary>
internal sealed record Page(MimeData Data, int Start = 0, string Source = "page");

/// <summary>A payload: text for the person's next cell.</summary>
internal sealed record SetNextInput(string Text, bool Replace, string Source = "set_next_input");

/// <summary><c>execute_reply</c> of a cell that failed.</summary>
internal sealed record ExecuteErrorReply(
    int ExecutionCount,
    string Ename,
    string Evalue,
    IReadOnlyList<string> Traceback,
    IReadOnlyDictionary<string, object> UserExpressions,
    IReadOnlyList<object> Payload,
    string Status = "error");

/// <summary><c>execute_reply</c> of a cell that was not run, since one before it failed.</summary>
internal sealed record AbortedReply(int ExecutionCount, string Status = "aborted");

/// <summary>The value of one of the <c>user_expressions</c>.</summary>
internal sealed record ExpressionValue(MimeData Data, JsonObject Metadata, string Status = "ok");

/// <summary><c>complete_reply</c>.</summary>
internal sealed record CompleteReply(
    IReadOnlyList<string> Matches, int CursorStart, int CursorEnd, JsonObject Metadata, string Status = "ok");

/// <summary><c>inspect_reply</c>.</summary>
internal sealed record InspectReply(bool Found, MimeData Data, JsonObject Metadata, string Status = "ok");

/// <summary><c>is_complete_reply</c>.</summary>
internal sealed record IsCompleteReply(
    string Status, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Indent = null);

/// <summary><c>history_reply</c>: items are [session, line, input] or [session, line, [input, output]].</summary>
internal sealed record HistoryReply(JsonArray History, string Status = "ok");

/// <summary><c>comm_info_reply</c>.</summary>
internal sealed record CommInfoReply(JsonObject Comms, string Status = "ok");

/// <summary><c>connect_reply</c>.</summary>
internal sealed record ConnectReply(
    int ShellPort, int IopubPort, int StdinPort, int HbPort, int ControlPort, string Status = "ok");

/// <summary><c>shutdown_reply</c>.</summary>
internal sealed record ShutdownReply(bool Restart, string Status = "ok");

/// <summary><c>debug_reply</c>: a response of the Debug Adapter Protocol.</summary>
internal sealed record DebugReply(
    [property: JsonPropertyName("request_seq")] int RequestSeq,
    string Command,
    string Message,
    bool Success = false,
    string Type = "response",
    string Status = "error");
