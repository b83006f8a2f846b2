/**
 * wikivet on the edit page: asks a wikivet server what is wrong with the text, on demand and before the
 * page is saved, shows it beside the text, and makes fixes. See README.md, which stands beside this
 * file in wikivet's repository (ci/mediawiki-gadget). Licence: MIT.
 *
 * ES5, since MediaWiki 1.39 takes nothing newer in gadgets.
 */
( function () {
	'use strict';

	var defaults = {
		// Address of the server, without a slash at its end. Nothing is asked without it.
		server: '',
		// From this severity on, saving takes a second look: 'info', 'warning', 'error' or 'never'.
		failOn: 'error',
		// Whether the page can't be saved while there are such findings.
		block: false,
		// Milliseconds after which saving goes on without an answer.
		timeout: 5000,
		// Members of every request besides the text: { preset: 'strict', wiki: 'enwiki' }.
		request: {},
		// Other words for what is said; see below.
		messages: {}
	};

	var words = {
		title: 'wikivet',
		check: 'Check',
		'fix-all': 'Fix all',
		checking: 'Checking…',
		clean: 'Nothing was found.',
		found: '$1 {{PLURAL:$1|finding|findings}}',
		fixed: '$1 {{PLURAL:$1|fix|fixes}} made',
		refused: 'Not fixed, since it would make new errors of $1',
		line: 'line $1',
		changed: 'The text has changed; it is checked anew.',
		'save-again': 'The text has $1 {{PLURAL:$1|finding|findings}} of level $2. Save again to save it as it is.',
		'save-blocked': 'The text has $1 {{PLURAL:$1|finding|findings}} of level $2. Mend {{PLURAL:$1|it|them}} before saving.',
		failed: 'The text could not be checked: $1',
		unreachable: 'the wikivet server can’t be reached',
		late: 'the wikivet server does not answer in time',
		unchecked: 'The page was sent without a check: $1'
	};
	var severities = [ 'info', 'warning', 'error' ];
	var pendingNotice = 'wikivet-unchecked';

	function say( key ) {
		return mw.message.apply( mw, [ 'wikivet-' + key ].concat( [].slice.call( arguments, 1 ) ) ).text();
	}

	/**
	 * A function from byte offsets into the UTF-8 of a text, of which all that it will be asked for are
	 * given, to offsets into the text as JavaScript counts it.
	 */
	function unitOffsets( text, bytes ) {
		var units = {}, unit = 0, byte = 0;
		bytes.slice().sort( function ( left, right ) {
			return left - right;
		} ).forEach( function ( wanted ) {
			while ( byte < wanted && unit < text.length ) {
				var code = text.charCodeAt( unit );
				var isPair = code >= 0xD800 && code < 0xDC00;
				byte += code < 0x80 ? 1 : code < 0x800 ? 2 : isPair ? 4 : 3;
				unit += isPair ? 2 : 1;
			}
			units[ wanted ] = unit;
		} );
		return function ( offset ) {
			return units[ offset ];
		};
	}

	/** Adds `from` and `to` to the findings and to the edits of their fixes. */
	function addOffsets( text, findings ) {
		var places = [];
		findings.forEach( function ( finding ) {
			places.push( finding );
			finding.fixes.forEach( function ( fix ) {
				places = places.concat( fix.edits );
			} );
		} );
		var bytes = [];
		places.forEach( function ( place ) {
			bytes.push( place.byteStart, place.byteEnd );
		} );
		var unit = unitOffsets( text, bytes );
		places.forEach( function ( place ) {
			place.from = unit( place.byteStart );
			place.to = unit( place.byteEnd );
		} );
		return findings;
	}

	/** Lone surrogates can't be sent; each becomes a character that is as long. */
	function wellFormed( text ) {
		return text.replace( /[\uD800-\uDBFF][\uDC00-\uDFFF]|[\uD800-\uDFFF]/g, function ( match ) {
			return match.length === 2 ? match : '\uFFFD';
		} );
	}

	/** A promise of the server's answer, or of the words for why there is none. */
	function ask( config, path, text, more ) {
		var body = JSON.stringify( $.extend( {}, config.request, more, { text: wellFormed( text ) } ) );
		var controller = new AbortController();
		var timer = setTimeout( function () {
			controller.abort();
		}, config.timeout );
		// The address of this page, and who reads it, is nothing that the server should know.
		return fetch( config.server + path, {
			method: 'POST',
			headers: { 'Content-Type': 'application/json' },
			body: body,
			credentials: 'omit',
			referrerPolicy: 'no-referrer',
			signal: controller.signal
		} ).then( function ( response ) {
			return response.json().then( function ( answer ) {
				if ( !response.ok ) {
					throw answer.error.message;
				}
				return answer;
			} );
		} ).then( function ( answer ) {
			clearTimeout( timer );
			return answer;
		}, function ( reason ) {
			clearTimeout( timer );
			throw typeof reason === 'string' ? reason :
				say( controller.signal.aborted ? 'late' : 'unreachable' );
		} );
	}

	/** Whether the first half of a surrogate pair stands at an offset, which may be outside of the text. */
	function isHigh( text, unit ) {
		return /^[\uD800-\uDBFF]$/.test( text.charAt( unit ) );
	}

	/** The text area, through the interface that CodeMirror and others take over. */
	function TextArea( $textarea ) {
		this.$textarea = $textarea;
	}
	TextArea.prototype.text = function () {
		return this.$textarea.textSelection( 'getContents' );
	};
	TextArea.prototype.select = function ( from, to ) {
		this.$textarea.trigger( 'focus' )
			.textSelection( 'setSelection', { start: from, end: to } )
			.textSelection( 'scrollToCaretPosition' );
	};
	/** Makes edits that don't overlap, as one, so that they can be undone together. */
	TextArea.prototype.edit = function ( edits ) {
		var before = this.text(), after = '', end = 0;
		edits.map( function ( edit, index ) {
			return { edit: edit, index: index };
		} ).sort( function ( left, right ) {
			// What is inserted at a place comes before what is replaced from there on.
			return left.edit.from - right.edit.from || left.edit.to - right.edit.to ||
				left.index - right.index;
		} ).forEach( function ( entry ) {
			after += before.slice( end, entry.edit.from ) + entry.edit.text;
			end = entry.edit.to;
		} );
		this.replace( after + before.slice( end ) );
	};
	/** Replaces the text by another, apart from what both begin and end with. */
	TextArea.prototype.replace = function ( after ) {
		var before = this.text(), shorter = Math.min( before.length, after.length ), start = 0, end = 0;
		if ( before === after ) {
			return;
		}
		if ( !after ) {
			this.$textarea.textSelection( 'setContents', '' );
			return;
		}
		while ( start < shorter && before[ start ] === after[ start ] ) {
			start++;
		}
		if ( isHigh( before, start - 1 ) ) {
			start--;
		}
		while ( end < shorter - start &&
			before[ before.length - 1 - end ] === after[ after.length - 1 - end ] ) {
			end++;
		}
		if ( end && ( isHigh( before, before.length - end - 1 ) || isHigh( after, after.length - end - 1 ) ) ) {
			end--;
		}
		// Firefox does nothing where nothing is to be inserted: a neighbour is inserted again.
		if ( start === after.length - end ) {
			if ( start ) {
				start -= isHigh( before, start - 2 ) ? 2 : 1;
			} else {
				end -= isHigh( before, before.length - end ) ? 2 : 1;
			}
		}
		this.$textarea
			.textSelection( 'setSelection', { start: start, end: before.length - end } )
			.textSelection( 'replaceSelection', after.slice( start, after.length - end ) );
	};

	/** The panel beside the text. `area` is a TextArea, `$beside` the outermost element around it. */
	function Panel( config, area, $beside ) {
		this.config = config;
		this.area = area;
		this.checked = null;
		this.findings = [];
		this.$status = $( '<p>' ).addClass( 'wikivet-status' ).attr( 'role', 'status' );
		this.$list = $( '<ol>' ).addClass( 'wikivet-findings' );
		this.checkButton = this.button( 'check', this.checkQuietly );
		this.fixAllButton = this.button( 'fix-all', this.fixAll );
		this.$element = $( '<section>' ).addClass( 'wikivet' ).attr( 'aria-labelledby', 'wikivet-title' ).append(
			$( '<h3>' ).attr( 'id', 'wikivet-title' ).text( say( 'title' ) ),
			this.checkButton.$element, this.fixAllButton.$element, this.$status, this.$list
		);
		// Siblings that an editor adds later find their place in the first column of this grid.
		$beside.wrap( $( '<div>' ).addClass( 'wikivet-beside' ) ).parent().append( this.$element );
	}
	Panel.prototype.button = function ( key, action ) {
		var button = new OO.ui.ButtonWidget( { label: say( key ), classes: [ 'wikivet-' + key ] } );
		button.on( 'click', action.bind( this ) );
		return button;
	};
	Panel.prototype.say = function ( text, type ) {
		this.$status.text( text ).toggleClass( 'wikivet-failed', type === 'error' );
	};
	/** Findings that make saving take a second look. */
	Panel.prototype.serious = function () {
		var from = severities.indexOf( this.config.failOn );
		return from < 0 ? [] : this.findings.filter( function ( finding ) {
			return severities.indexOf( finding.severity ) >= from;
		} );
	};
	/** A promise that ends when the findings are those of the text; it fails with words. */
	Panel.prototype.check = function () {
		var panel = this, text = this.area.text();
		this.say( say( 'checking' ) );
		return ask( this.config, '/v1/lint', text ).then( function ( answer ) {
			panel.checked = text;
			panel.findings = addOffsets( text, answer.findings );
			panel.show();
		} )[ 'catch' ]( function ( reason ) {
			panel.say( say( 'failed', reason ), 'error' );
			throw reason;
		} );
	};
	/** The same for a button, which has said already what went wrong. */
	Panel.prototype.checkQuietly = function () {
		return this.check()[ 'catch' ]( function () {} );
	};
	Panel.prototype.show = function () {
		this.say( this.findings.length ? say( 'found', this.findings.length ) : say( 'clean' ) );
		this.$list.empty().append( this.findings.map( this.item, this ) );
	};
	Panel.prototype.item = function ( finding ) {
		var panel = this;
		var jump = new OO.ui.ButtonWidget( {
			framed: false,
			classes: [ 'wikivet-jump' ],
			label: finding.message,
			title: finding.rule
		} );
		jump.on( 'click', function () {
			panel.ifCurrent( function () {
				panel.area.select( finding.from, finding.to );
			} );
		} );
		return $( '<li>' ).addClass( 'wikivet-' + finding.severity ).append(
			$( '<span>' ).addClass( 'wikivet-place' )
				.text( finding.severity + ', ' + say( 'line', finding.line ) ),
			jump.$element,
			finding.fixes.map( function ( fix ) {
				var button = new OO.ui.ButtonWidget( {
					label: fix.title,
					classes: [ 'wikivet-fix' ],
					flags: fix.safety === 'safe' ? [ 'progressive' ] : []
				} );
				button.on( 'click', function () {
					panel.ifCurrent( function () {
						panel.area.edit( fix.edits );
						panel.checkQuietly();
					} );
				} );
				return button.$element;
			} )
		);
	};
	/** Offsets are of the text that was checked. */
	Panel.prototype.ifCurrent = function ( action ) {
		if ( this.area.text() === this.checked ) {
			action();
			return;
		}
		mw.notify( say( 'changed' ), { tag: 'wikivet' } );
		this.checkQuietly();
	};
	Panel.prototype.fixAll = function () {
		var panel = this, text = this.area.text();
		ask( this.config, '/v1/fix', text ).then( function ( answer ) {
			if ( panel.area.text() !== text ) {
				mw.notify( say( 'changed' ), { tag: 'wikivet' } );
				return panel.checkQuietly();
			}
			if ( answer.refusedBecauseOf.length ) {
				panel.say( say( 'refused', answer.refusedBecauseOf.join( ', ' ) ), 'error' );
				return;
			}
			panel.area.replace( answer.text );
			var count = 0;
			Object.keys( answer.applied ).forEach( function ( rule ) {
				count += answer.applied[ rule ];
			} );
			mw.notify( say( 'fixed', count ), { tag: 'wikivet' } );
			return panel.checkQuietly();
		} )[ 'catch' ]( function ( reason ) {
			panel.say( say( 'failed', reason ), 'error' );
		} );
	};

	/** Checks before the page is saved; saving goes on by itself where nothing is in its way. */
	function watchSaving( panel, form ) {
		var accepted = null, isChecking = false;

		function save( button ) {
			accepted = panel.area.text();
			// Later: a form takes no other submission while it tells of one.
			setTimeout( function () {
				button.click();
			} );
		}
		function warn( count ) {
			var warning = say( panel.config.block ? 'save-blocked' : 'save-again', count, panel.config.failOn );
			panel.say( warning, 'error' );
			panel.$element.scrollTop( 0 );
			// The panel may be out of sight; who saves looks at the button.
			mw.notify( warning, { type: 'warn', tag: 'wikivet', autoHide: false } );
			if ( !panel.config.block ) {
				accepted = panel.checked;
			}
		}
		/** Checks what is in the text area, again if it changes meanwhile, and saves or warns. */
		function look( button ) {
			// Whatever goes wrong here, the page can be saved.
			Promise.resolve().then( function () {
				return panel.check();
			} ).then( function () {
				if ( panel.area.text() !== panel.checked ) {
					look( button );
					return;
				}
				isChecking = false;
				var serious = panel.serious();
				if ( serious.length ) {
					warn( serious.length );
				} else {
					save( button );
				}
			} )[ 'catch' ]( function ( reason ) {
				isChecking = false;
				var notice = say( 'unchecked', String( reason ) );
				// The page that is shown next tells, too: this one is gone at once.
				mw.storage.session.set( pendingNotice, notice );
				mw.notify( notice, { type: 'warn', tag: 'wikivet' } );
				save( button );
			} );
		}
		form.addEventListener( 'submit', function ( event ) {
			var button = event.submitter || document.activeElement;
			if ( !button || button.id !== 'wpSave' || severities.indexOf( panel.config.failOn ) < 0 ||
				panel.area.text() === accepted ) {
				return;
			}
			event.preventDefault();
			// MediaWiki and its extensions listen too, for what happens when the page is left.
			event.stopImmediatePropagation();
			if ( isChecking ) {
				return;
			}
			isChecking = true;
			look( button );
		}, true );
	}

	function tellPending() {
		var notice = mw.storage.session.get( pendingNotice );
		// Where an edit form opens, the page was not saved, or this is about another one.
		mw.storage.session.remove( pendingNotice );
		if ( notice && mw.config.get( 'wgAction' ) === 'view' ) {
			mw.notify( notice, { type: 'warn', autoHide: false } );
		}
	}

	function start( config ) {
		var $textarea = $( '#wpTextbox1' ), form = document.getElementById( 'editform' );
		if ( !config.server || !form || !$textarea.length || $textarea.prop( 'readonly' ) ) {
			return;
		}
		var $around = $textarea.closest( '.wikiEditor-ui' );
		var panel = new Panel( config, new TextArea( $textarea ), $around.length ? $around : $textarea );
		watchSaving( panel, form );
		mw.hook( 'wikivet.ready' ).fire( panel );
	}

	Object.keys( words ).forEach( function ( key ) {
		mw.messages.set( 'wikivet-' + key, words[ key ] );
	} );
	mw.loader.using( [ 'mediawiki.storage', 'mediawiki.notification' ] ).then( tellPending );

	var isWikitext = mw.config.get( 'wgPageContentModel' ) === 'wikitext';
	if ( !isWikitext || [ 'edit', 'submit' ].indexOf( mw.config.get( 'wgAction' ) ) < 0 ) {
		return;
	}
	// The configuration may stand in MediaWiki:Common.js or the user's own script: both come first.
	var scripts = [ 'site', 'user' ].filter( function ( name ) {
		return mw.loader.getState( name ) !== null;
	} );
	$.when( mw.loader.using( scripts ).then( null, function () {
		return $.Deferred().resolve();
	} ), mw.loader.using( [ 'oojs-ui-core', 'jquery.textSelection', 'mediawiki.jqueryMsg' ] ), $.ready )
		.then( function () {
			var config = $.extend( {}, defaults, window.wikivetConfig );
			Object.keys( config.messages ).forEach( function ( key ) {
				mw.messages.set( 'wikivet-' + key, config.messages[ key ] );
			} );
			start( config );
		} );
}() );
