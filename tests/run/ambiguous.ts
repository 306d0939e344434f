// Short sources whose names mean several things: Java, Mercury, Rust, Windows.
export const AMBIGUOUS: Readonly<Record<string, string>> = {
  "raw/across-the-island.md": `# Across the island

Java is an island of Indonesia between Sumatra and Bali. Java holds more than half of the people of Indonesia. Mount Semeru, the highest volcano of Java, rises to 3,676 metres. Rice terraces cover the slopes of Java up to the forests. The Dutch ruled Java from Batavia for three centuries.
`,
  "raw/batavia.md": `# Batavia under the Dutch

Batavia was a port on the north coast of Java. The Dutch built canals in Batavia as at home. Sugar from Java left through Batavia. Indonesia renamed the port after the war. Mount Semeru is far from the port.
`,
  "raw/write-once.md": `# Write once

Java is a programming language that compiles to bytecode for a virtual machine. James Gosling designed Java at Sun Microsystems in 1991. Java frees memory by garbage collection. Every Java class lives in a package of its own compiler namespace. Oracle has published Java since 2010.
`,
  "raw/pauses.md": `# Pauses

Garbage collection is a technique that frees memory without the programmer. Java runs garbage collection in the virtual machine. Sun Microsystems shipped Java with a stop-the-world collector. James Gosling defended the pauses of Java at first.
`,
  "raw/porting.md": `# Porting the tool

Windows is an operating system that Microsoft sells since 1985. On Windows paths use backslashes. The installer runs on Windows without rights of the administrator. Windows locks files that another process holds open.
`,
  "raw/release-notes.md": `# Release notes

The installer now supports Windows on ARM. On Windows the updater keeps paths short. Microsoft signs the installer for Windows.
`,
  "raw/old-glass.md": `# Old glass

A window is an opening in a wall that lets light into a room. Each window of the abbey holds lead glass from Bohemia. The masons set a window into every bay of the nave. The windows of the choir were broken in 1645. Light falls through the windows onto the choir stalls.
`,
  "raw/why-rust.md": `# Why Rust

Rust is a programming language that checks memory at compile time. Mozilla paid for Rust from 2009. Cargo builds programs in Rust. The borrow checker of Rust rejects two writers. In Rust a value has one owner.
`,
  "raw/bridges.md": `# Corrosion of bridges

Rust is an oxide of iron that forms in damp air. The girders of the Forth Bridge shed rust each winter. Painters scrape rust off steel before they prime it. Salt makes rust grow faster on bridges. Where rust swells, rivets burst.
`,
  "raw/mercury-planet.md": `---
title: Mercury (planet)
---
Mercury is the smallest planet in the Solar System. Mercury orbits the Sun in 88 days. The probe Messenger mapped the craters of Mercury. Mercury has no moon. The iron core of Mercury fills most of its volume.
`,
  "raw/mercury-element.md": `---
title: Mercury (element)
---
Mercury is a chemical element that is liquid at room temperature. Mercury was used in thermometers and barometers. Hatters who breathed vapour of Mercury fell ill. Spain mined Mercury at Almadén for two thousand years. Mercury dissolves gold into an amalgam.
`,
};
