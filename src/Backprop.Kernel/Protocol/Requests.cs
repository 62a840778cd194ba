using System.Text.Json;

namespace Backprop.Kernel;

// What clients ask, by message type. Properties are the protocol's; what it lets a client leave out has its default.

/// <summary><c>execute_request</c>.</summary>
internal sealed record ExecuteRequest(
    string Code,
    bool Silent = false,
    bool? StoreHistory = null,
    Dictionary<string, string>? UserExpressions = null,
    bool AllowStdin = true,
    bool StopOnError = true);

/// <summary><c>complete_request</c>; the cursor counts code points.</summary>
internal sealed record CompleteRequest(string Code, int CursorPos);

/// <summary><c>inspect_request</c>; the cursor counts code points, level 1 asks for the source too.</summary>
internal sealed record InspectRequest(string Code, int CursorPos, int DetailLevel = 0);

/// <summary><c>is_complete_request</c>.</summary>
internal sealed record IsCompleteRequest(string Code);

/// <summary><c>history_request</c>.</summary>
internal sealed record HistoryRequest(
    string HistAccessType,
    bool Output = false,
    int Session = 0,
    int? Start = null,
    int? Stop = null,
    int? N = null,
    string? Pattern = null,
    bool Unique = false);

/// <summary><c>comm_open</c>.</summary>
internal sealed record CommOpen(string CommId, string TargetName, JsonElement Data = default);

/// <summary><c>comm_msg</c> and <c>comm_close</c>.</summary>
internal sealed record CommSent(string CommId, JsonElement Data = default);

/// <summary><c>comm_info_request</c>.</summary>
internal sealed record CommInfoRequest(string? TargetName = null);

/// <summary><c>shutdown_request</c>.</summary>
internal sealed record ShutdownRequest(bool Restart = false);

/// <summary><c>input_reply</c>.</summary>
internal sealed record InputReply(string Value);

/// <summary><c>debug_request</c>: a request of the Debug Adapter Protocol.</summary>
internal sealed record DebugRequest(string Command = "", int Seq = 0);
