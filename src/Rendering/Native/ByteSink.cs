using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>The growing buffer that Cairo writes a PDF into. It is reused from statement to statement.</summary>
internal sealed class ByteSink : IDisposable
{
    private const int FirstCapacityBytes = 64 * 1024;

    private GCHandle self;
    private byte[] buffer = new byte[FirstCapacityBytes];
    private int length;

    internal ByteSink() => self = GCHandle.Alloc(this);

    /// <summary>Why writing stopped, when it did: the callback may not throw through native frames.</summary>
    internal Exception? Failure { get; private set; }

    /// <summary>Opens a PDF surface that writes here. What was here before is forgotten.</summary>
    /// <param name="width">Points.</param>
    /// <param name="height">Points.</param>
    internal unsafe CairoSurfaceHandle OpenPdf(double width, double height)
    {
        length = 0;
        Failure = null;
        return Cairo.cairo_pdf_surface_create_for_stream(&Append, GCHandle.ToIntPtr(self), width, height);
    }

    /// <summary>All that was written, valid until the next surface is opened.</summary>
    internal ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    /// <summary>Lets go of the buffer; every surface opened here must be closed.</summary>
    public void Dispose()
    {
        if (self.IsAllocated)
        {
            self.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static unsafe int Append(nint closure, byte* data, uint count)
    {
        var sink = (ByteSink)GCHandle.FromIntPtr(closure).Target!;
#pragma warning disable CA1031 // Whatever goes wrong must not unwind through Cairo; the renderer throws it again afterwards.
        try
        {
            sink.Write(new ReadOnlySpan<byte>(data, checked((int)count)));
            return Cairo.StatusSuccess;
        }
        catch (Exception failure)
        {
            sink.Failure = failure;
            return Cairo.StatusWriteError;
        }
#pragma warning restore CA1031
    }

    private void Write(ReadOnlySpan<byte> data)
    {
        if (length + data.Length > buffer.Length)
        {
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, length + data.Length));
        }

        data.CopyTo(buffer.AsSpan(length));
        length += data.Length;
    }
}
