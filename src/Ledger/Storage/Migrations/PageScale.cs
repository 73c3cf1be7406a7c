using Cycle.Ledger.Storage.Control;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Cycle.Ledger.Storage.Migrations;

/// <summary>What keeps the pages' queries small however much the store holds.</summary>
[DbContext(typeof(ControlContext))]
[Migration("0040_page_scale")]
public sealed class PageScale() : SqlMigration("0040_page_scale.sql");
