using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>The versions that every PDF was drawn with.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0010_render_versions")]
public sealed class RenderVersions() : SqlMigration("0010_render_versions.sql");
