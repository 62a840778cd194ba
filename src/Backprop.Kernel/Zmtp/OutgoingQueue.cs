using System.Threading.Channels;

namespace Backprop.Kernel;

/// <summary>What waits to be written to one peer, counted in bytes. It refuses nothing itself: owners look first.</summary>
internal sealed class OutgoingQueue(long bound)
{
    private readonly Channel<Outgoing> channel = Channel.CreateUnbounded<Outgoing>(new() { SingleReader = true });
    private readonly Lock gate = new();
    private TaskCompletionSource? room;
    private long waiting;
    private bool closed;

    /// <summary>Bytes that were added and not written yet.</summary>
    public long Waiting => Interlocked.Read(ref waiting);

    /// <summary>Completes when no more than the bound waits, or the queue is closed.</summary>
    public Task Room
    {
        get
        {
            lock (gate)
            {
                if (closed || waiting <= bound)
                    return Task.CompletedTask;
                room ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                return room.Task;
            }
        }
    }

    /// <summary>Adds something; after <see cref="Close"/> it is dropped.</summary>
    public void Add(Outgoing item)
    {
        lock (gate)
        {
            if (channel.Writer.TryWrite(item))
                waiting += item.Size;
        }
    }

    /// <summary>Nothing more is added. What waits can still be taken.</summary>
    public void Complete() => channel.Writer.TryComplete();

    /// <summary>Nothing more is added or taken, and nobody waits any longer.</summary>
    public void Close()
    {
        channel.Writer.TryComplete();
        lock (gate)
        {
            closed = true;
            room?.TrySetResult();
        }
    }

    /// <summary>Waits for something to take; false at the end.</summary>
    public ValueTask<bool> WaitAsync(CancellationToken stop) => channel.Reader.WaitToReadAsync(stop);

    /// <summary>Takes the next, if there is one.</summary>
    public bool TryTake(out Outgoing item) => channel.Reader.TryRead(out item);

    /// <summary>Tells that bytes which were taken have been written.</summary>
    public void Written(long size)
    {
        lock (gate)
        {
            waiting -= size;
            if (waiting > bound || room is null)
                return;
            room.TrySetResult();
            room = null;
        }
    }
}

/// <summary>A message or the body of a command that waits to be written.</summary>
internal readonly record struct Outgoing(ZmtpMessage? Message, byte[]? Command)
{
    /// <summary>What it weighs, in bytes.</summary>
    public long Size => Message?.Size ?? Command!.Length;
}
