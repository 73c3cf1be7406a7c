using System.Runtime.InteropServices;

namespace Cycle.Rendering.Native;

/// <summary>cairo_matrix_t: x becomes Xx x + Xy y + X0, and y becomes Yx x + Yy y + Y0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct CairoMatrix(double Xx, double Yx, double Xy, double Yy, double X0, double Y0);
